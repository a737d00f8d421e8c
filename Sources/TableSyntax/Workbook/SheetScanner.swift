import Archives
import Diagnostics

/// What reading a sheet came to.
enum SheetStep: Equatable {
    case row
    case end
    /// The sheet is not written as programs write it, and is for the XML reader.
    case strange
}

/// Reads a sheet as programs write it, several times as fast as XML is read.
///
/// It knows no XML but what it expects; at anything else it gives up, so that what it reads is what
/// the XML reader would.
struct SheetScanner<Source: SeekableBytes>: ~Copyable {
    private var part: PartBytes<Source>
    private let memory: ScanMemory
    private var start = 0
    private var end = 0
    private var isAtEnd = false
    /// What is wrong behind the bytes that are held.
    private var failure: ArchiveFailure?
    private var isOpen = false
    private var previous = 0
    private let greatest: Int

    /// - Parameter memory: that no other scanner uses at the same time.
    init(_ part: consuming PartBytes<Source>, limits: WorkbookLimits, memory: ScanMemory) {
        self.part = part
        self.memory = memory
        greatest = limits.table.rowBytes
        memory.clear()
    }

    /// Reads the next row.
    ///
    /// - Throws: what is wrong with the archive.
    mutating func next(
        _ rows: inout SheetRows, _ strings: inout SharedStrings
    ) throws(ArchiveFailure) -> SheetStep {
        while true {
            let step: Result<SheetStep, SheetCursor.Stop>
            let bytes = memory.bytes
            var cursor = SheetCursor(bytes + start, end: bytes + end, scratch: memory.scratch)
            let findings = rows.findings.count
            if isOpen {
                step = try cursor.row(&rows, &strings, after: previous)
            } else {
                step = cursor.opening()
            }
            switch step {
            case .success(let step):
                start = cursor.position - UnsafePointer(bytes)
                // A second place with rows is for the XML reader, and so is a sheet without an end.
                if step == .end, try drain() { return .strange }
                if step != .row || isOpen {
                    previous = rows.number
                    return step
                }
                isOpen = true
            case .failure(.strange):
                rows.dropFindings(after: findings)
                return .strange
            case .failure(.more):
                rows.dropFindings(after: findings)
                if isAtEnd || end - start >= greatest { return .strange }
                try fill()
            }
        }
    }

    /// Keeps what has not been read, and reads more.
    private mutating func fill() throws(ArchiveFailure) {
        let kept = end - start
        if kept > memory.capacity / 2 {
            memory.grow(
                keeping: UnsafeBufferPointer(
                    start: UnsafePointer(memory.bytes + start), count: kept))
        } else {
            memory.bytes.update(from: memory.bytes + start, count: kept)
        }
        start = 0
        end = kept
        let capacity = memory.capacity
        while end < capacity, !isAtEnd, failure == nil {
            let room = UnsafeMutableRawBufferPointer(
                start: memory.bytes + end, count: capacity - end)
            do throws(ArchiveFailure) {
                let count = try part.read(into: room)
                end += count
                isAtEnd = count == 0
            } catch {
                failure = error
            }
        }
        (memory.bytes + end).update(repeating: 0, count: 64)
        // What came before the damage is read first.
        if let failure, end == kept { throw failure }
    }

    /// Reads what follows the rows, so that its checksum is compared; whether more rows may come, or
    /// the sheet does not end as it is to.
    private mutating func drain() throws(ArchiveFailure) -> Bool {
        let name: StaticString = "sheetData"
        var hasMore = false
        if let failure { throw failure }
        while true {
            let rest = UnsafeBufferPointer(
                start: UnsafePointer(memory.bytes + start), count: end - start)
            hasMore = hasMore || Self.holds(name, rest)
            if isAtEnd {
                hasMore = hasMore || !Self.isEnd(rest)
                break
            }
            // A name may begin in one piece and end in the next.
            let kept = min(64, end - start)
            memory.bytes.update(from: memory.bytes + end - kept, count: kept)
            let room = UnsafeMutableRawBufferPointer(
                start: memory.bytes + kept, count: memory.capacity - kept)
            let count = try part.read(into: room)
            start = 0
            end = kept + count
            isAtEnd = count == 0
        }
        start = 0
        end = 0
        return hasMore
    }

    /// Whether the last tag is the end of the root.
    private static func isEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let last = bytes.lastIndex(where: { $0 > 0x20 }) else { return false }
        let tag: StaticString = "</worksheet>"
        let count = tag.utf8CodeUnitCount
        guard last + 1 >= count else { return false }
        return (0..<count).allSatisfy { bytes[last + 1 - count + $0] == tag.utf8Start[$0] }
    }

    private static func holds(_ name: StaticString, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let count = name.utf8CodeUnitCount
        guard bytes.count >= count else { return false }
        return (0...bytes.count - count).contains { index in
            bytes[index] == name.utf8Start[0]
                && (1..<count).allSatisfy { bytes[index + $0] == name.utf8Start[$0] }
        }
    }
}
