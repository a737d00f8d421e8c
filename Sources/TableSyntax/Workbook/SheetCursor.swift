import Archives
import Diagnostics

/// Walks the bytes of a sheet; zeros follow them.
struct SheetCursor {
    enum Stop: Error { case more, strange }

    private(set) var position: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>
    /// Where text goes whose entities are replaced; as long as what is walked.
    let scratch: UnsafeMutablePointer<UInt8>

    init(
        _ start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>,
        scratch: UnsafeMutablePointer<UInt8>
    ) {
        position = start
        self.end = end
        self.scratch = scratch
    }

    mutating func skip(_ count: Int) { position += count }

    /// Why the byte here is not the one that was expected.
    @inline(__always)
    var stop: Stop { position >= end - 16 ? .more : .strange }

    @inline(__always)
    mutating func skipBlanks() {
        while position.pointee == 0x20 || position.pointee == 0x0A || position.pointee == 0x0D
            || position.pointee == 0x09
        {
            position += 1
        }
    }

    /// Whether these bytes stand here, and what follows ends a name.
    @inline(__always)
    func isTag(_ name: StaticString) -> Bool {
        let bytes = name.utf8Start
        for index in 0..<name.utf8CodeUnitCount where position[index] != bytes[index] {
            return false
        }
        let next = position[name.utf8CodeUnitCount]
        return next == 0x3E || next == 0x2F || next <= 0x20 && next != 0
    }

    @inline(__always)
    mutating func take(_ literal: StaticString) throws(Stop) {
        let bytes = literal.utf8Start
        for index in 0..<literal.utf8CodeUnitCount where position[index] != bytes[index] {
            throw stop
        }
        position += literal.utf8CodeUnitCount
    }

    // MARK: Before the rows

    /// Goes on to the first row; what stands before is of no matter here.
    mutating func opening() -> Result<SheetStep, Stop> {
        let start = position
        do throws(Stop) {
            try declaration()
            try take("<worksheet")
            guard try namespaceIsPlain() else { return .failure(.strange) }
            while true {
                while position.pointee != 0x3C {
                    if position.pointee == 0 { throw stop }
                    position += 1
                }
                // Comments and sections could hold what looks like a tag.
                if position[1] == 0x21 || position[1] == 0x3F { return .failure(.strange) }
                if position >= end - 16 { throw .more }
                if isTag("<sheetData") {
                    position += 10
                    skipBlanks()
                    if position.pointee == 0x2F { return .success(.end) }
                    try take(">")
                    return .success(.row)
                }
                position += 1
            }
        } catch {
            position = start
            return .failure(error)
        }
    }

    private mutating func declaration() throws(Stop) {
        if position[0] == 0xEF, position[1] == 0xBB, position[2] == 0xBF { position += 3 }
        skipBlanks()
        if position.pointee == 0 { throw .more }
        if position[1] == 0x3F {
            let start = position
            while position.pointee != 0x3E {
                if position.pointee == 0 { throw stop }
                position += 1
            }
            position += 1
            let text = UnsafeBufferPointer(start: start, count: position - start)
            let words = String(decoding: text, as: UTF8.self).lowercased()
            guard
                !words.holds("encoding") || words.holds("\"utf-8\"")
                    || words.holds("'utf-8'")
            else { throw .strange }
        }
        skipBlanks()
        if position >= end - 16 { throw .more }
    }

    /// Reads the rest of the root's tag; whether it makes the namespace of sheets the usual one.
    private mutating func namespaceIsPlain() throws(Stop) -> Bool {
        let start = position
        while position.pointee != 0x3E {
            if position.pointee == 0 { throw stop }
            position += 1
        }
        position += 1
        let text = UnsafeBufferPointer(start: start, count: position - start)
        let words = String(decoding: text, as: UTF8.self)
        return SheetNames.namespaces.contains { words.holds(" xmlns=\"\($0)\"") }
    }

    // MARK: Rows

    /// Reads a row to its end.
    mutating func row(
        _ rows: inout SheetRows, _ strings: inout SharedStrings, after previous: Int
    ) throws(ArchiveFailure) -> Result<SheetStep, Stop> {
        let start = position
        var failure: ArchiveFailure?
        do throws(Stop) {
            skipBlanks()
            if isTag("</sheetData") {
                // The name must end here; what follows is another's.
                guard position[11] == 0x3E else { throw stop }
                position += 12
                return .success(.end)
            }
            guard isTag("<row") else { throw stop }
            position += 4
            if try rowTag(&rows, after: previous) {
                while true {
                    skipBlanks()
                    guard isTag("<c") else { break }
                    position += 2
                    failure = try cell(&rows, &strings)
                    if failure != nil { break }
                }
                if failure == nil { try take("</row>") }
            }
        } catch {
            position = start
            return .failure(error)
        }
        if let failure { throw failure }
        rows.end()
        return .success(.row)
    }

    /// Reads the attributes of a row; whether it has content.
    private mutating func rowTag(_ rows: inout SheetRows, after previous: Int) throws(Stop) -> Bool
    {
        var number: Int?
        var isHidden = false
        while true {
            skipBlanks()
            if position[0] == 0x3E || position[0] == 0x2F { break }
            let (name, value) = try attribute()
            if name.count == 1, name[0] == UInt8(ascii: "r") {
                guard let given = Digits.number(value), number == nil else { throw .strange }
                number = given
            } else if name.elementsEqual("hidden".utf8) {
                isHidden = value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8)
            }
        }
        let isEmpty = position[0] == 0x2F
        if isEmpty { position += 1 }
        try take(">")
        rows.begin(number, after: previous, isHidden: isHidden)
        return !isEmpty
    }

    /// Whether names of sheets' attributes have it.
    @inline(__always)
    private func isNameByte(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x3A
    }

    /// Takes `name="value"`.
    @inline(__always)
    mutating func attribute() throws(Stop) -> (
        UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>
    ) {
        let name = position
        while position.pointee != 0x3D {
            guard isNameByte(position.pointee) else { throw stop }
            position += 1
        }
        let nameCount = position - name
        let quote = position[1]
        guard quote == 0x22 || quote == 0x27, nameCount > 0, name[0] >= 0x41 else { throw stop }
        position += 2
        let value = position
        while position.pointee != quote {
            if position.pointee < 0x20 || position.pointee == 0x3C || position.pointee == 0x26 {
                throw stop
            }
            position += 1
        }
        let valueCount = position - value
        position += 1
        // Attributes are parted by white space.
        guard position[0] <= 0x20 || position[0] == 0x3E || position[0] == 0x2F else { throw stop }
        return (
            UnsafeBufferPointer(start: name, count: nameCount),
            UnsafeBufferPointer(start: value, count: valueCount)
        )
    }
}
