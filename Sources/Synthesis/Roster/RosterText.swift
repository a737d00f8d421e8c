/// Rows of a roster as delimited text, taken away in chunks.
public struct RosterText: Sendable {
    private let separator: UInt8
    private var buffer: [UInt8] = []

    /// - Parameter separator: a comma, a pipe, a tab.
    public init(separator: UInt8 = UInt8(ascii: ",")) { self.separator = separator }

    /// Adds the names of the columns.
    public mutating func begin(_ sheet: RosterSheet) { add(sheet.header.map { .text($0) }) }

    /// Adds a row.
    public mutating func add(_ cells: [RosterCell]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { buffer.append(separator) }
            switch cell {
            case .empty: break
            case .text(let text), .number(let text): append(text)
            }
        }
        buffer += [0x0D, 0x0A]
    }

    /// Whether there is enough to be taken away.
    public var isFull: Bool { buffer.count >= 256 * 1024 }

    /// Hands over what there is.
    public mutating func take() -> [UInt8] {
        defer { buffer.removeAll(keepingCapacity: true) }
        return buffer
    }

    /// In quotes where it needs them.
    private mutating func append(_ text: String) {
        let needsQuotes = text.utf8.contains {
            $0 == separator || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D
        }
        guard needsQuotes else {
            buffer.append(contentsOf: text.utf8)
            return
        }
        buffer.append(0x22)
        for byte in text.utf8 {
            if byte == 0x22 { buffer.append(0x22) }
            buffer.append(byte)
        }
        buffer.append(0x22)
    }
}
