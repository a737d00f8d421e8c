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
    private var memory: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var start = 0
    private var end = 0
    private var isAtEnd = false
    private var isOpen = false
    private var previous = 0
    private let greatest: Int
    /// Where text goes whose entities are replaced.
    private var scratch: UnsafeMutablePointer<UInt8>

    init(_ part: consuming PartBytes<Source>, limits: WorkbookLimits, window: Int = 1 << 18) {
        self.part = part
        capacity = max(64, window)
        greatest = limits.table.rowBytes
        memory = .allocate(capacity: capacity + 64)
        scratch = .allocate(capacity: capacity)
        memory.initialize(repeating: 0, count: capacity + 64)
    }

    deinit {
        memory.deallocate()
        scratch.deallocate()
    }

    /// Reads the next row.
    ///
    /// - Throws: what is wrong with the archive.
    mutating func next(
        _ rows: inout SheetRows, _ strings: inout SharedStrings
    ) throws(ArchiveFailure) -> SheetStep {
        while true {
            let step: Result<SheetStep, SheetCursor.Stop>
            var cursor = SheetCursor(memory + start, end: memory + end, scratch: scratch)
            let findings = rows.findings.count
            if isOpen {
                step = try cursor.row(&rows, &strings, after: previous)
            } else {
                step = cursor.opening()
            }
            switch step {
            case .success(let step):
                start = cursor.position - UnsafePointer(memory)
                if step == .end { try drain() }
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
        if kept > capacity / 2 {
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + 64)
            larger.update(from: memory + start, count: kept)
            memory.deallocate()
            memory = larger
            scratch.deallocate()
            scratch = .allocate(capacity: capacity * 2)
            capacity *= 2
        } else {
            memory.update(from: memory + start, count: kept)
        }
        start = 0
        end = kept
        while end < capacity, !isAtEnd {
            let room = UnsafeMutableRawBufferPointer(start: memory + end, count: capacity - end)
            let count = try part.read(into: room)
            end += count
            isAtEnd = count == 0
        }
        (memory + end).update(repeating: 0, count: 64)
    }

    /// Reads what follows the rows, so that its checksum is compared.
    private mutating func drain() throws(ArchiveFailure) {
        while !isAtEnd {
            let room = UnsafeMutableRawBufferPointer(start: memory, count: capacity)
            isAtEnd = try part.read(into: room) == 0
        }
        start = 0
        end = 0
    }
}
