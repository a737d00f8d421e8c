import Archives

extension SheetCursor {
    /// Reads a cell behind `<c`; what keeps its string from being read.
    @inline(__always)
    mutating func cell(
        _ rows: inout SheetRows, _ strings: inout SharedStrings
    ) throws(Stop) -> ArchiveFailure? {
        var cell = SheetCell()
        cell.column = rows.nextColumn
        let isEmpty = try cellTag(&cell)
        var value = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        if !isEmpty { value = try content(&cell) }
        do throws(ArchiveFailure) {
            try rows.add(cell, value, &strings)
        } catch {
            return error
        }
        return nil
    }

    /// Reads the attributes of a cell; whether it has no content.
    @inline(__always)
    private mutating func cellTag(_ cell: inout SheetCell) throws(Stop) -> Bool {
        var seen: UInt32 = 0
        while true {
            skipBlanks()
            if position[0] == 0x3E {
                skip(1)
                return false
            }
            if position[0] == 0x2F {
                skip(1)
                try take(">")
                return true
            }
            let (name, value) = try attribute()
            guard name.count == 1 else { continue }
            // Twice in a tag no attribute stands.
            let bit: UInt32 = 1 << UInt32(name[0] & 31)
            guard seen & bit == 0 else { throw .strange }
            seen |= bit
            switch name[0] {
            case UInt8(ascii: "r"):
                guard let column = CellReference.column(value) else { throw .strange }
                cell.column = column
            case UInt8(ascii: "s"):
                guard let style = Digits.number(value) else { throw .strange }
                cell.style = style
            case UInt8(ascii: "t"):
                guard let type = CellType(value) else { throw .strange }
                cell.type = type
            default: break
            }
        }
    }

    /// Reads what a cell holds, with its end tag.
    @inline(__always)
    private mutating func content(
        _ cell: inout SheetCell
    ) throws(Stop) -> UnsafeBufferPointer<UInt8> {
        var value = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        var hasValue = false
        while true {
            skipBlanks()
            if position[0] == 0x3C, position[1] == 0x2F {
                try take("</c>")
                return value
            }
            if isTag("<v"), !hasValue {
                value = try text("<v", "</v>")
                hasValue = true
            } else if isTag("<f") {
                cell.hasFormula = true
                _ = try text("<f", "</f>")
            } else if isTag("<is"), cell.type == .inline, !hasValue {
                skip(3)
                skipBlanks()
                try take(">")
                skipBlanks()
                guard isTag("<t") else { throw stop }
                value = try text("<t", "</t>")
                skipBlanks()
                try take("</is>")
                hasValue = true
            } else {
                throw stop
            }
        }
    }

    /// Takes an element that holds text alone.
    @inline(__always)
    private mutating func text(
        _ opening: StaticString, _ closing: StaticString
    ) throws(Stop) -> UnsafeBufferPointer<UInt8> {
        skip(opening.utf8CodeUnitCount)
        while true {
            skipBlanks()
            if position[0] == 0x3E { break }
            if position[0] == 0x2F {
                skip(1)
                try take(">")
                return UnsafeBufferPointer(start: nil, count: 0)
            }
            _ = try attribute()
        }
        skip(1)
        let start = position
        var isHigh = false
        var hasEntity = false
        while position.pointee != 0x3C {
            let byte = position.pointee
            if byte < 0x20, byte != 0x09, byte != 0x0A { throw stop }
            isHigh = isHigh || byte >= 0x80
            hasEntity = hasEntity || byte == 0x26
            if byte == 0x5D, position[1] == 0x5D, position[2] == 0x3E { throw .strange }
            skip(1)
        }
        let text = UnsafeBufferPointer(start: start, count: position - start)
        try take(closing)
        if isHigh, !SheetText.isValid(text) { throw .strange }
        guard hasEntity else { return text }
        guard let count = SheetText.decode(text, into: scratch) else { throw .strange }
        return UnsafeBufferPointer(start: UnsafePointer(scratch), count: count)
    }
}
