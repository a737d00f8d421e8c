import CareModel

/// The ten codes of a Task with which a closed loop tells how a referral stands.
///
/// Source: Gravity SDOH Clinical Care, profile of Task for referral management.
enum ReferralStatusCodes {
    private static let words: [StaticString] = [
        "draft", "requested", "accepted", "rejected", "cancelled", "in-progress", "on-hold",
        "failed", "completed", "entered-in-error",
    ]

    /// What a status leads to, by the places above; a status may be told again, and every one may
    /// prove an error.
    ///
    /// Source: the state machine of Task in FHIR R4, without the states that Gravity leaves out.
    private static let ways: [[Int]] = [
        [1, 4], [2, 3, 4, 5, 6], [4, 5, 6, 7, 8], [], [], [4, 6, 7, 8], [2, 4, 5, 7, 8], [], [],
        [],
    ]

    static var list: String { words.map { "\($0)" }.joined(separator: ", ") }

    /// The place of a code; `nil` where it is none.
    static func index(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        words.firstIndex { bytes.isText($0) }
    }

    /// Whether one status may follow another.
    static func leads(_ from: Int, to: Int) -> Bool {
        from == to || to == words.count - 1 || ways[from].contains(to)
    }

    /// What may follow a status, in words.
    static func following(_ from: Int) -> String {
        let next = ways[from].map { "\(words[$0])" }
        return next.isEmpty ? "none" : next.joined(separator: ", ")
    }
}
