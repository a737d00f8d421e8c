/// The places of cells: `AB12`.
enum CellReference {
    /// The column of a reference, from 0; `nil` where it is none.
    @inline(__always)
    static func column(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        var column = 0
        var index = 0
        while index < text.count, text[index] >= 0x41, text[index] <= 0x5A {
            column = column &* 26 &+ Int(text[index] &- 0x40)
            index += 1
        }
        guard index > 0, index <= 3, index < text.count else { return nil }
        return column - 1
    }

    /// The name of a column, from 0: `AB`.
    static func name(_ column: Int) -> [UInt8] {
        var name: [UInt8] = []
        var rest = column + 1
        while rest > 0 {
            name.append(UInt8(0x41 + (rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return name.reversed()
    }
}
