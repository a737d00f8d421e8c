import CareModel

/// The codes of a list that someone else keeps, and when each is in use.
///
/// A hash table of numbers, made once and shared: a code of up to ten letters and digits is a number
/// of its own, so that nothing is taken for another.
package final class CodeTable: Sendable {
    /// Numbers of codes; 0 is an empty place.
    private let keys: [UInt64]
    /// Beside each key: 0 for a code that is always in use, else one more than an index in `spans`.
    private let uses: [UInt32]
    private let spans: [Span]
    /// How many codes there are.
    package let count: Int
    /// Which first characters codes of the list have: bit n is that of the alphabet 0 to 9, A to Z.
    private let firstCharacters: UInt64

    /// Days from and to which a code is in use, as numbers CCYYMMDD.
    private struct Span: Sendable {
        let from: Int32
        let to: Int32
        /// One more than the index of another span of the same code; 0 where there is none.
        let next: UInt32
    }

    /// What a list says of a code.
    package enum Answer: Sendable {
        case known, unknown
        /// There is one, but not on any of the days.
        case notInUse
    }

    /// What is wrong with a line of a list.
    package struct Problem: Error, Hashable {
        /// From 1.
        package let line: Int
        /// In one phrase.
        package let message: StaticString

        package static func == (left: Problem, right: Problem) -> Bool {
            left.line == right.line && left.message.description == right.message.description
        }

        package func hash(into hasher: inout Hasher) { hasher.combine(line) }
    }

    /// Reads a list: a code a line; after a tab, if anything, the first day of its use, and after
    /// another the last, as CCYYMMDD or CCYY-MM-DD. Points in codes, empty lines and what follows
    /// `#` mean nothing; a code may stand in several lines.
    ///
    /// - Throws: the first line that is none, or line 0 where the list is empty.
    package convenience init(_ text: UnsafeRawBufferPointer) throws(Problem) {
        var builder = Builder(lines: text.count { $0 == 0x0A } + 1)
        var reader = CodeLineReader(text)
        while let line = try reader.next() { builder.add(line) }
        guard builder.count > 0 else {
            throw Problem(line: 0, message: "a list of codes has codes")
        }
        self.init(builder)
    }

    private init(_ builder: consuming Builder) {
        keys = builder.keys
        uses = builder.uses
        spans = builder.spans
        count = builder.count
        firstCharacters = builder.firstCharacters
    }

    /// Whether the list has codes that begin as this one does: a list of one part of a code system
    /// says nothing of the others.
    package func covers(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = code.first, let number = CodeKey.number(first) else { return false }
        return firstCharacters & CodeTable.kind(number) != 0
    }

    /// Digits are one kind of beginning, each letter another.
    fileprivate static func kind(_ number: UInt64) -> UInt64 { 1 &<< (number < 11 ? 0 : number) }

    /// What the list says of a code on these days; 0 where one is not known.
    package func answer(
        _ code: UnsafeBufferPointer<UInt8>, from first: Int32, to last: Int32
    ) -> Answer {
        guard let key = CodeKey(code)?.rawValue else { return .unknown }
        let mask = keys.count &- 1
        var slot = CodeKey.slot(key, mask)
        while keys[slot] != key {
            if keys[slot] == 0 { return .unknown }
            slot = (slot &+ 1) & mask
        }
        var use = Int(uses[slot])
        if use == 0 || first <= 0 || last <= 0 { return .known }
        while use > 0, spans.indices.contains(use - 1) {
            let span = spans[use - 1]
            if span.from <= last, first <= span.to { return .known }
            use = Int(span.next)
        }
        return .notInUse
    }

    /// A table that is being filled.
    private struct Builder: ~Copyable {
        var keys: [UInt64]
        var uses: [UInt32]
        var spans: [Span] = []
        var count = 0
        var firstCharacters: UInt64 = 0

        init(lines: Int) {
            var size = 16
            while size < lines &* 2 { size *= 2 }
            keys = [UInt64](repeating: 0, count: size)
            uses = [UInt32](repeating: 0, count: size)
        }

        mutating func add(_ line: CodeLineReader.Line) {
            let mask = keys.count - 1
            var slot = CodeKey.slot(line.key.rawValue, mask)
            while keys[slot] != 0, keys[slot] != line.key.rawValue { slot = (slot + 1) & mask }
            let isNew = keys[slot] == 0
            if isNew {
                keys[slot] = line.key.rawValue
                count += 1
                firstCharacters |= CodeTable.kind(line.key.first)
            }
            if line.isAlways {
                uses[slot] = 0
            } else if isNew || uses[slot] > 0 {
                spans.append(Span(from: line.from, to: line.to, next: uses[slot]))
                uses[slot] = UInt32(truncatingIfNeeded: spans.count)
            }
        }
    }
}
