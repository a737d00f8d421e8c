import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let codeUnknown = Rule(
        "claim.code.unknown", .error, "A code is one of the list given for it", snip: 5,
        acknowledgment: .element("7"),
        help: """
            The code has the right form, and the file of --codes that the finding names does not \
            have it. It is mistyped, or the file is older or newer than the code.
            """)
    static let codeNotInUse = Rule(
        "claim.code.not-in-use", .error, "A code is in use on the day of the service", snip: 5,
        acknowledgment: .element("7"),
        help: """
            The file of --codes that the finding names has the code, with days of use among which \
            no day of the service is: it came later, or was given up before.
            """)
}

/// What the codes of a claim or level are looked up in, and for which days.
struct CodeLooking {
    let lists: ClaimCodeLists
    /// Of the claim; of a level they are not known.
    let days: Days
    let locator: ClaimLocator

    /// The first and last of days as numbers CCYYMMDD; 0 where they are not known.
    struct Days {
        let first: Int32
        let last: Int32

        init(_ first: Int32, _ last: Int32) {
            self.first = first
            self.last = last
        }

        /// For an institutional claim the last day of the statement decides, for others any day of
        /// its services.
        init(_ days: ServiceDays, _ type: ClaimType) {
            if type == .institutional, let statement = days.statement, statement.day(.end) > 0 {
                self.init(statement.day(.end), statement.day(.end))
            } else {
                self.init(days.earliestBegin.number, days.latestEnd.number)
            }
        }

        /// Of a line; those of its claim where it has none.
        init(_ line: RecordObject<ServiceLineFields>, or others: Days) {
            let service = line.object(.service, ServicePeriodFields.self)
            let (first, last) = (service?.day(.begin) ?? 0, service?.day(.end) ?? 0)
            self = first > 0 && last > 0 ? Days(first, last) : others
        }
    }

    /// Looks a code up, where there is a list with such codes.
    @inline(__always)
    func look<Fields: RecordFields>(
        _ kind: ClaimCodeLists.Kind, at field: Fields, of object: RecordObject<Fields>,
        _ days: Days, isComponent: Bool = false, _ collector: inout FindingCollector
    ) {
        guard let table = lists[kind] else { return }
        let code = object.bytes(field)
        switch table.answer(code, from: days.first, to: days.last) {
        case .known: return
        case .unknown:
            guard !kind.isLicensed(code) || table.covers(code) else { return }
            locator.add(
                .codeUnknown, at: field, of: object, isComponent: isComponent,
                expected: "a code of \(kind.name).txt", to: &collector)
        case .notInUse:
            locator.add(
                .codeNotInUse, at: field, of: object, isComponent: isComponent,
                expected: "in use according to \(kind.name).txt", to: &collector)
        }
    }
}
