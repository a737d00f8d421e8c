/// The name of a roster or summary by its words, and the folder or archive it lies in.
struct FileName: Sendable {
    /// Up to the last slash; empty where there is none.
    let folder: Substring
    private let words: [String]

    /// `CP_X_MH_SUMMARY_FULL_20180718R.XLSX` as its words; the R of a receipt does not count.
    init(_ path: String) {
        let slash = path.lastIndex(of: "/")
        folder = slash.map { path[..<$0] } ?? ""
        let file = slash.map { path[path.index(after: $0)...] } ?? path[...]
        let stem = file.split(separator: ".").first ?? ""
        words = stem.uppercased().split(separator: "_").map { word in
            let isReceipt =
                word.last == "R" && word.count == 9
                && word.utf8.dropLast().allSatisfy { (0x30...0x39).contains($0) }
            return String(isReceipt ? word.dropLast() : word)
        }
    }

    private static let kinds: Set<String> = [
        "ASSIGNMENT", "STATUSOUTREACH", "REFRESHREFERRAL", "ENROLLDISENROLL",
    ]

    /// Whether it is that of an assignment list.
    var isAssignment: Bool { words.contains("ASSIGNMENT") }

    /// Whether a summary is that of a roster: it has the same words, with SUMMARY beside the kind of
    /// the roster or in its place.
    ///
    /// - Parameter isExact: whether the word MH, which the specification prints in the one name and
    ///   not in the other, has to be in both or in none.
    func isSummary(of roster: FileName, exactly isExact: Bool) -> Bool {
        guard words.contains("SUMMARY") else { return false }
        func kept(_ words: [String]) -> [String] { isExact ? words : words.filter { $0 != "MH" } }
        let rest = kept(words.filter { $0 != "SUMMARY" })
        let roster = kept(roster.words)
        return rest == roster || rest == roster.filter { !FileName.kinds.contains($0) }
    }
}
