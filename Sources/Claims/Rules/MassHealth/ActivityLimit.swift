import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let massHealthActivityLimit = Rule(
        "masshealth.activity.limit", .warning,
        "A member has no more of a qualifying activity on a day than the program pays", snip: 7,
        help: """
            Of G9005 there may be four on a day, of G9011 and T2024 three, of T2038 two, of the others \
            one, from 2023-04-01 on. Replacements, voids and claims that were set aside are not \
            counted.
            """)
}

/// One qualifying activity of a member on a day.
package struct ActivityFacts: Sendable, Hashable {
    /// Member, activity and day.
    let key: UInt64
    /// How many there may be.
    let most: Int
    /// The procedure's code.
    let range: ByteRange

    /// Adds those of a claim.
    package static func add(
        _ claim: RecordObject<ClaimFields>, _ surroundings: ClaimSurroundings,
        in block: BlockView, to facts: inout [ActivityFacts]
    ) {
        guard surroundings.patientKey != 0, CareActivity.mayReport(claim, surroundings) else {
            return
        }
        let frequency = claim.key(.frequency)
        if frequency == Key("7").rawValue || frequency == Key("8").rawValue { return }
        for line in claim.objects(.serviceLines, ServiceLineFields.self) {
            guard let procedure = line.object(.procedure, MedicalProcedureFields.self),
                let activity = CareActivity.of(procedure), activity.isOfSecond,
                let day = line.object(.service, ServicePeriodFields.self)?.day(.begin),
                day >= CareActivity.secondPeriod
            else { continue }
            var key = KeyHash()
            key.add(surroundings.patientKey)
            key.add(activity.code)
            key.add(activity.variant)
            key.add(UInt64(UInt32(bitPattern: day)))
            let slot = procedure.slot(.code)
            let start = block.base + (procedure.bytes - block.bytes) + Int(slot.start)
            facts.append(
                ActivityFacts(
                    key: key.value, most: activity.most,
                    range: ByteRange(start, start + slot.count)))
        }
    }
}

/// Activities of a file beyond what a day may have.
struct ActivityLimit: Sendable {
    private var seen = KeySet()

    mutating func add(
        _ facts: ActivityFacts, _ locate: ClaimFileRules.LineLocator
    ) -> Finding? {
        for number in 0..<facts.most {
            var key = KeyHash()
            key.add(facts.key)
            key.add(UInt64(truncatingIfNeeded: number))
            if !seen.contains(key.value) {
                seen.insert(key.value)
                return nil
            }
        }
        let (line, column) = locate(facts.range.start)
        return Finding(
            .massHealthActivityLimit, at: facts.range,
            place: Place(
                loop: ClaimLoop.serviceLine.rawValue, segment: "SV1", element: 1, component: 2),
            expected: "at most \(facts.most) a day", line: line, column: column)
    }
}
