import Diagnostics

@testable import XMLSyntax

/// What reading gave: a line for each event, with its bytes, and the findings.
struct Reading: Equatable {
    var events: [String] = []
    var findings: [Finding] = []
    var documentCount = 0
    /// Bytes of texts that were not held.
    var lettingGo: [Int] = []

    /// The rules that were broken, and where.
    var rules: [String] { findings.map { $0.rule.description } }

    /// Bytes that were read without libxml2.
    var plainCount = 0

    init(
        _ bytes: [UInt8], piece: Int = Int.max, limits: XMLLimits = XMLLimits(),
        schema: XMLSchema? = nil, names: XMLNames = .none, encoded: EncodedMark? = nil,
        keepsBlankText: Bool = true, readsPlain: Bool = true
    ) {
        Seeds.keep(bytes, for: .referrals)
        var reader = XMLReader(
            names: names, limits: limits, schema: schema, keepsBlankText: keepsBlankText,
            encoded: encoded, readsPlain: readsPlain)
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = Array(rest.prefix(piece))
            rest = rest.dropFirst(piece)
            part.withUnsafeBytes { reader.feed($0) }
            take(&reader)
        }
        reader.finish()
        take(&reader)
        documentCount = reader.documentCount
        plainCount = reader.plainCount
    }

    init(
        _ text: String, piece: Int = Int.max, limits: XMLLimits = XMLLimits(),
        schema: XMLSchema? = nil
    ) {
        self.init(Array(text.utf8), piece: piece, limits: limits, schema: schema)
    }

    private mutating func take(_ reader: inout XMLReader) {
        while let event = reader.next() {
            events.append(line(event, reader))
            if event.isLetGo { lettingGo.append(event.range.count) }
        }
        findings += reader.takeFindings()
    }

    private func line(_ event: XMLEvent, _ reader: borrowing XMLReader) -> String {
        let place = "\(event.range.start)-\(event.range.end):\(event.line)"
        let text = String(decoding: reader.text(event), as: UTF8.self)
        switch event.kind {
        case .documentStart: return "document \(place)"
        case .documentEnd: return (event.isBroken ? "broken " : "over ") + place
        case .end: return "/\(name(event.name, reader)) \(place)" + mark(event)
        case .text: return "'\(text)' \(place)" + (event.isBlank ? " blank" : "")
        case .comment: return "<!--\(text)--> \(place)"
        case .instruction: return "<?\(name(event.name, reader)) \(text)?> \(place)"
        case .start:
            var line = name(event.name, reader)
            for attribute in reader.attributes(event) {
                let value = String(decoding: reader.value(attribute), as: UTF8.self)
                line += " \(name(attribute.name, reader))='\(value)'"
            }
            return "\(line) \(place)" + mark(event)
        }
    }

    private func mark(_ event: XMLEvent) -> String { event.followsBlank ? " behind blanks" : "" }

    private func name(_ name: XMLName, _ reader: borrowing XMLReader) -> String {
        let text = reader.name(name)
        return text.namespace.isEmpty ? text.local : "{\(text.namespace)}\(text.local)"
    }

    /// The findings with the bytes that they name.
    var places: [String] {
        findings.map { "\($0.rule.description) \($0.range.start)-\($0.range.end)" }
    }

    /// The findings with their bytes, lines and columns, and what was expected.
    var spots: [String] {
        findings.map {
            "\($0.rule) \($0.range.start)-\($0.range.end) \($0.line):\($0.column) \($0.expected ?? "")"
        }
    }

    /// All text outside tags.
    static func text(_ bytes: [UInt8], piece: Int = Int.max) -> String {
        var reader = XMLReader()
        var text = ""
        func take(_ reader: inout XMLReader) {
            while let event = reader.next() {
                if event.kind == .text {
                    text += String(decoding: reader.text(event), as: UTF8.self)
                }
            }
        }
        for start in stride(from: 0, to: bytes.count, by: min(piece, max(1, bytes.count))) {
            Array(bytes[start...].prefix(piece)).withUnsafeBytes { reader.feed($0) }
            take(&reader)
        }
        reader.finish()
        take(&reader)
        return text
    }
}

extension String {
    /// In two bytes a unit.
    func utf16(bigEndian: Bool = false, mark: Bool = true) -> [UInt8] {
        let units = (mark ? [0xFEFF] : []) + Array(utf16)
        return units.flatMap { unit -> [UInt8] in
            let high = UInt8(unit >> 8)
            let low = UInt8(truncatingIfNeeded: unit)
            return bigEndian ? [high, low] : [low, high]
        }
    }
}
