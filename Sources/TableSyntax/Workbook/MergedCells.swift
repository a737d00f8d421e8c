/// A range of cells that were made one: the text stands in the first.
package struct MergedCells: Sendable, Hashable {
    /// Numbers from 1.
    package let rows: ClosedRange<Int>
    /// Indices from 0.
    package let columns: ClosedRange<Int>

    /// Of `A1:C2`; `nil` where it is no range.
    init?(_ text: String) {
        let corners = text.split(separator: ":").map { Array($0.utf8) }
        guard corners.count == 2 else { return nil }
        var places: [(row: Int, column: Int)] = []
        for corner in corners {
            let place = corner.withUnsafeBufferPointer { bytes -> (row: Int, column: Int)? in
                let digits = UnsafeBufferPointer(
                    rebasing: bytes[(bytes.firstIndex { $0 <= 0x39 } ?? bytes.endIndex)...])
                guard let column = CellReference.column(bytes), let row = Digits.number(digits)
                else { return nil }
                return (row, column)
            }
            guard let place else { return nil }
            places.append(place)
        }
        guard places[0].row <= places[1].row, places[0].column <= places[1].column else {
            return nil
        }
        rows = places[0].row...places[1].row
        columns = places[0].column...places[1].column
    }
}
