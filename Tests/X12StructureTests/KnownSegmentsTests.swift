import Testing

@testable import X12Structure

/// Segments are known again by all of their bytes, and by what came before them.
struct KnownSegmentsTests {
    private static func look(
        _ text: String, row: Int = 0, in known: KnownSegments
    ) -> KnownSegments.Text {
        // What comes behind a segment is not its own.
        let bytes = Array((text + "~INS*Y*18*030*XN*A*E**FT~REF*0F*1").utf8)
        return known.text(bytes, text.utf8.count, row: row)
    }

    @Test(arguments: 1...KnownSegments.greatestCount)
    func whatIsKeptIsKnownByAllOfIt(_ count: Int) {
        let known = KnownSegments()
        defer { known.deallocate() }
        let text = String("REF*0F*100000000999*ABCDEFGHIJKLM".prefix(count))
        #expect(!Self.look(text, in: known).isKnown)
        known.keep(Self.look(text, in: known), step: 7)
        let found = Self.look(text, in: known)
        #expect(found.isKnown && found.place.pointee.step == 7)
        for index in text.indices {
            let other = text[..<index] + "x" + text[text.index(after: index)...]
            #expect(!Self.look(String(other), in: known).isKnown)
        }
        #expect(!Self.look(text, row: 1, in: known).isKnown)
        if count > 1 { #expect(!Self.look(String(text.dropLast()), in: known).isKnown) }
    }

    @Test func whatIsAskedForAgainStays() throws {
        let known = KnownSegments()
        defer { known.deallocate() }
        let first = Self.look("REF*1L*0", in: known)
        let number = try #require(
            (1..<1_000_000).first { Self.look("REF*1L*\($0)", in: known).place == first.place })
        let second = Self.look("REF*1L*\(number)", in: known)
        known.keep(first, step: 1)
        known.keep(second, step: 2)
        #expect(!first.isKnown && second.isKnown, "nobody asked for the first")
        second.place.pointee.isWanted = true
        known.keep(first, step: 1)
        #expect(!first.isKnown && second.isKnown)
        known.keep(first, step: 1)
        #expect(first.isKnown && !second.isKnown, "nobody asked for the second again")
    }

    @Test func anotherSeparatorMakesOthersOfThem() {
        let memory = MatcherMemory(counts: 1, states: 1, segments: 1, ids: 1)
        memory.prepare(for: 0x2A)
        memory.known.keep(Self.look("N3*A|B", in: memory.known), step: 1)
        memory.prepare(for: 0x2A)
        #expect(Self.look("N3*A|B", in: memory.known).isKnown)
        memory.prepare(for: 0x7C)
        #expect(!Self.look("N3*A|B", in: memory.known).isKnown)
    }
}
