import Diagnostics

@testable import XMLSyntax

/// What is plain of XML, read without libxml2 and with it: one brings what the other brings.
enum PlainXML {
    static func check(_ bytes: [UInt8]) {
        // White space behind the end, so that all before it may be plain.
        let padded = bytes + [UInt8](repeating: 0x20, count: bytes.count % 2 == 0 ? 300 : 0)
        let piece = 100 + bytes.count % 3000
        let plain = Reading(padded, piece, readsPlain: true)
        let usual = Reading(padded, piece, readsPlain: false)
        let same =
            plain.findings.count == usual.findings.count
            && zip(plain.findings, usual.findings).allSatisfy(isSame)
        require(same, "\(plain.findings), not \(usual.findings)")
        for (one, other) in zip(plain.events, usual.events) where one != other {
            require(false, "\(one), not \(other)")
        }
        require(plain.events.count == usual.events.count, "as many events")
    }

    /// Whether two findings are the same; one of them may have no column, as it came later, when its line
    /// was gone.
    private static func isSame(_ one: Finding, _ other: Finding) -> Bool {
        one.rule == other.rule && one.severity == other.severity && one.range == other.range
            && one.expected == other.expected && one.line == other.line
            && (one.column == other.column || one.column == 0 || other.column == 0)
    }

    private struct Event: Equatable {
        let kind: XMLEvent.Kind
        let isMarked: Bool
        let depth: Int32
        let line: Int
        let range: ByteRange
        let name: XMLNameText
        var values: [[UInt8]] = []
        var names: [XMLNameText] = []
    }

    private struct Reading {
        var events: [Event] = []
        var findings: [Finding] = []

        init(_ bytes: [UInt8], _ piece: Int, readsPlain: Bool) {
            var reader = XMLReader(
                schema: SchemaTables.quick, keepsBlankText: bytes.count % 3 == 0,
                readsPlain: readsPlain)
            var rest = bytes[...]
            while !rest.isEmpty {
                rest.prefix(piece).withUnsafeBytes { reader.feed($0) }
                rest = rest.dropFirst(piece)
                take(&reader)
            }
            reader.finish()
            take(&reader)
        }

        private mutating func take(_ reader: inout XMLReader) {
            while let given = reader.next() {
                var event = Event(
                    kind: given.kind, isMarked: given.isMarked, depth: given.depth,
                    line: given.line, range: given.range, name: reader.name(given.name))
                if !given.isLetGo { event.values.append(Array(reader.text(given))) }
                for attribute in reader.attributes(given) {
                    event.names.append(reader.name(attribute.name))
                    event.values.append(Array(reader.value(attribute)))
                }
                events.append(event)
            }
            findings += reader.takeFindings()
        }
    }
}
