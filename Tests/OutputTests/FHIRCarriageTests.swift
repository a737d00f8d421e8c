import CareModel
import Testing

@testable import Output

/// That a referral as FHIR says all that the referral says: each of its fields has a value of its
/// own, which must stand somewhere in the Bundle.
struct FHIRCarriageTests {
    /// A referral in which every field is filled.
    final class Filled {
        let draft = Draft()
        private(set) var leaves: [(path: String, value: String)] = []
        private let isNegated: Bool
        private let hasMember: Bool
        private var count = 0

        init(isNegated: Bool, hasMember: Bool = true) {
            self.isNegated = isNegated
            self.hasMember = hasMember
        }

        func fill<Fields: RecordFields>(
            _ fields: Fields.Type, _ path: String = ""
        ) -> Draft.Object<Fields> {
            let object = draft.object(fields)
            for (field, definition) in zip(Fields.allCases, Fields.definitions) {
                let path = path.isEmpty ? "\(definition.name)" : "\(path).\(definition.name)"
                if !hasMember, ["member", "memberId"].contains(path) { continue }
                switch definition.kind {
                case .object, .members:
                    guard let inner = definition.fields else { continue }
                    draft.set(object, field, any(inner, path))
                case .objects, .texts, .codes:
                    // Statements have statements, which need not have any.
                    guard let inner = definition.fields, !path.hasSuffix("members.members") else {
                        continue
                    }
                    for _ in 0..<2 { draft.append(any(inner, path), to: object, field) }
                case .flag, .presence:
                    if definition.name.description == "negated" {
                        draft.set(object, field, Array((isNegated ? "Y" : "N").utf8))
                    }
                case .number, .unwritten: break
                default:
                    let value = value(of: definition)
                    draft.set(object, field, Array(value.utf8))
                    leaves.append((path, value))
                }
            }
            return object
        }

        private func any(
            _ fields: any RecordFields.Type, _ path: String
        ) -> Draft.Object<TextFields> {
            func opened<Inner: RecordFields>(_ inner: Inner.Type) -> Int { fill(inner, path).index }
            return Draft.Object(index: opened(fields))
        }

        /// A value that no other field has.
        private func value(of definition: FieldDefinition) -> String {
            count += 1
            let name = definition.name.description
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            switch definition.kind {
            case .date, .end:
                return "\(1900 + count / 336)\(two(count / 28 % 12 + 1))\(two(count % 28 + 1))"
            default: break
            }
            if name == "time" || name.hasSuffix("Time") {
                return "\(two(count / 3600)):\(two(count / 60 % 60)):\(two(count % 60))-05:00"
            }
            return "q\(count)z"
        }
    }

    /// Fields whose value is in no part of the Bundle.
    static func lost(isNegated: Bool, hasMember: Bool) -> [String] {
        let filled = Filled(isNegated: isNegated, hasMember: hasMember)
        let referral = filled.fill(ReferralFields.self)
        var writer = FHIRBundleWriter()
        var buffer = ByteBuffer()
        writer.write(filled.draft.record(referral), to: &buffer)
        // Days and times stand with a T between them, values between quotes, blanks and signs.
        let parts = buffer.bytes.split { " \";(),T".utf8.contains($0) }
        let told = Set(parts.map { Array($0.last == UInt8(ascii: ":") ? $0.dropLast() : $0) })
        var lost: [String] = []
        for (path, value) in filled.leaves where !told.contains(Array(value.utf8)) {
            let dashed = "\(value.prefix(4))-\(value.dropFirst(4).prefix(2))-\(value.suffix(2))"
            guard !told.contains(Array(dashed.utf8)), lost.last != path else { continue }
            lost.append(path)
        }
        return lost
    }

    /// What FHIR is not told: how the document was written, and parts of addresses that no referral
    /// has.
    static let untold: Set<String> = [
        "document.format", "document.templates.value", "documents.encoding", "sections.code",
        "sections.display", "sections.system", "sections.templates.value",
    ]

    static func isUntold(_ path: String) -> Bool {
        // What kind of person it is, in our words, is told by the kind of resource.
        untold.contains(path) || path.hasSuffix("practitioner.kind")
            || path.contains("address.location") || path.hasSuffix("subdivision")
    }

    @Test(arguments: [false, true], [false, true])
    func allIsSaid(isNegated: Bool, hasMember: Bool) {
        let lost = FHIRCarriageTests.lost(isNegated: isNegated, hasMember: hasMember)
        #expect(lost.filter { !FHIRCarriageTests.isUntold($0) } == [])
    }
}
