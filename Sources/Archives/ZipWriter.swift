/// Where the bytes of an archive go that is written.
package protocol ArchiveSink: ~Copyable {
    associatedtype Failure: Error
    mutating func write(_ bytes: UnsafeRawBufferPointer) throws(Failure)
}

/// Writes a zip archive, one member after another, with the same bytes for the same content: every
/// member has the first time that the format knows.
///
/// Stored members are held in memory until they are complete; deflated ones are written as they come,
/// of any size.
package struct ZipWriter<Sink: ArchiveSink & ~Copyable>: ~Copyable {
    /// How members are kept; what deflate makes of them may differ from one zlib to another.
    package enum Method: Sendable { case stored, deflated }

    private var sink: Sink
    private let method: Method
    private let deflater: Deflater
    private var offset = 0
    private var directory: [UInt8] = []
    private var entryCount = 0
    private var name: [UInt8] = []
    private var start = 0
    private var content = ContentCount()
    private var held: [UInt8] = []
    private static var greatest: Int { 0xFFFF_FFFF }

    /// - Throws: `memory`.
    package init(_ sink: consuming Sink, method: Method) throws(ArchiveFailure) {
        self.sink = sink
        self.method = method
        deflater = try Deflater()
    }

    /// Begins a member.
    package mutating func begin(_ name: String) throws(Sink.Failure) {
        self.name = Array(name.utf8)
        start = offset
        content = ContentCount()
        held = []
        if method == .deflated {
            deflater.reset()
            try put(localHeader(storedCount: nil))
        }
    }

    /// Adds bytes to the member.
    package mutating func write(_ bytes: UnsafeRawBufferPointer) throws(Sink.Failure) {
        guard !bytes.isEmpty else { return }
        content.add(bytes)
        if method == .stored {
            held.append(contentsOf: bytes)
        } else {
            try compress(bytes, isEnd: false)
        }
    }

    /// Ends the member.
    package mutating func end() throws(Sink.Failure) {
        var storedCount = held.count
        if method == .stored {
            try put(localHeader(storedCount: held.count))
            try put(held)
            held = []
        } else {
            try compress(UnsafeRawBufferPointer(start: nil, count: 0), isEnd: true)
            storedCount = offset - start - 30 - name.count
            let wide = storedCount >= Self.greatest || content.byteCount >= Self.greatest
            var descriptor = ZipNumbers()
            descriptor.add(0x0807_4B50, 4)
            descriptor.add(Int(content.checksum), 4)
            descriptor.add(storedCount, wide ? 8 : 4)
            descriptor.add(content.byteCount, wide ? 8 : 4)
            try put(descriptor.bytes)
        }
        addEntry(storedCount)
    }

    /// Writes the directory, and gives the sink back.
    package consuming func finish() throws(Sink.Failure) -> Sink {
        let start = offset
        try put(directory)
        let end = offset
        let wide = entryCount >= 0xFFFF || start >= Self.greatest || end - start >= Self.greatest
        var record = ZipNumbers()
        if wide {
            record.add(0x0606_4B50, 4)
            record.add(44, 8)
            record.add(45, 2)
            record.add(45, 2)
            record.add(0, 8)
            record.add(entryCount, 8)
            record.add(entryCount, 8)
            record.add(end - start, 8)
            record.add(start, 8)
            record.add(0x0706_4B50, 4)
            record.add(0, 4)
            record.add(end, 8)
            record.add(1, 4)
        }
        record.add(0x0605_4B50, 4)
        record.add(0, 4)
        record.add(min(entryCount, 0xFFFF), 2)
        record.add(min(entryCount, 0xFFFF), 2)
        record.add(wide ? Self.greatest : end - start, 4)
        record.add(wide ? Self.greatest : start, 4)
        record.add(0, 2)
        try put(record.bytes)
        return sink
    }

    private mutating func put(_ bytes: [UInt8]) throws(Sink.Failure) {
        var failure: Sink.Failure?
        bytes.withUnsafeBytes { raw in
            do throws(Sink.Failure) {
                try sink.write(raw)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        offset += bytes.count
    }

    private mutating func compress(
        _ bytes: UnsafeRawBufferPointer, isEnd: Bool
    ) throws(Sink.Failure) {
        var made: [[UInt8]] = []
        deflater.step(bytes, isEnd: isEnd) { made.append(Array($0)) }
        for piece in made { try put(piece) }
    }

    // MARK: Records

    /// Flags, method and time, which both headers have.
    private var facts: ZipNumbers {
        var numbers = ZipNumbers()
        // Names are UTF-8; checksum and sizes may follow.
        numbers.add(method == .deflated ? 0x0808 : 0x0800, 2)
        numbers.add(method == .deflated ? 8 : 0, 2)
        numbers.add(0, 2)
        numbers.add(0x0021, 2)  // 1980-01-01
        return numbers
    }

    private func localHeader(storedCount: Int?) -> [UInt8] {
        var header = ZipNumbers()
        header.add(0x0403_4B50, 4)
        header.add(20, 2)
        header.add(facts)
        header.add(storedCount == nil ? 0 : Int(content.checksum), 4)
        header.add(storedCount ?? 0, 4)
        header.add(storedCount ?? 0, 4)
        header.add(name.count, 2)
        header.add(0, 2)
        return header.bytes + name
    }

    private mutating func addEntry(_ storedCount: Int) {
        let numbers = [content.byteCount, storedCount, start]
        let far = numbers.filter { $0 >= Self.greatest }
        var entry = ZipNumbers()
        entry.add(0x0201_4B50, 4)
        entry.add(20, 2)
        entry.add(far.isEmpty ? 20 : 45, 2)
        entry.add(facts)
        entry.add(Int(content.checksum), 4)
        entry.add(min(storedCount, Self.greatest), 4)
        entry.add(min(content.byteCount, Self.greatest), 4)
        entry.add(name.count, 2)
        entry.add(far.isEmpty ? 0 : 4 + 8 * far.count, 2)
        entry.add(0, 2 + 2 + 2 + 4)
        entry.add(min(start, Self.greatest), 4)
        directory += entry.bytes + name
        if !far.isEmpty {
            var extra = ZipNumbers()
            extra.add(0x0001, 2)
            extra.add(8 * far.count, 2)
            for number in far { extra.add(number, 8) }
            directory += extra.bytes
        }
        entryCount += 1
    }
}

/// Numbers of a record, their lowest bytes first.
struct ZipNumbers {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ value: Int, _ count: Int) {
        for index in 0..<count {
            bytes.append(index < 8 ? UInt8(truncatingIfNeeded: value >> (8 * index)) : 0)
        }
    }

    mutating func add(_ others: ZipNumbers) { bytes += others.bytes }
}
