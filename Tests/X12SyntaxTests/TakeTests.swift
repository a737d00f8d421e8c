import CX12Scan
import Testing

/// Segments are taken eight at a time or one after the other, with the same outcome.
@Suite struct TakeTests {
    struct Outcome: Equatable {
        var entries: [UInt32] = []
        var taken = 0
        var position = 0
        var firstEnd = 0
        var blanks = 0
    }

    typealias Way = (
        UnsafePointer<UInt8>?, UnsafePointer<UInt32>?, UnsafePointer<UInt32>?,
        UnsafePointer<x12_usual>?, UnsafeMutablePointer<x12_run>?
    ) -> Void

    /// What one way takes of a text whose line feeds may stand in front of segments or not.
    static func outcome(_ text: String, lineFeed: Bool = true, _ way: Way) -> Outcome {
        let bytes = Array(text.utf8) + [UInt8](repeating: 0x2A, count: 64)
        var ends = [UInt32](repeating: 0, count: bytes.count + 64)
        var marks = ends
        var (endCount, markCount) = (0, 0)
        x12_index_narrow(
            bytes, 0, text.utf8.count, 0x2A, 0x7E, &ends, &marks, &endCount, &markCount)
        var usual = x12_usual()
        withUnsafeMutableBytes(of: &usual.ids) { raw in
            let ids = raw.bindMemory(to: UInt32.self)
            for index in ids.indices { ids[index] = .max }
            ids[0] = 0x53_4E49  // INS
            ids[1] = 0x4753  // SG
        }
        usual.first_letters = 1 << (0x49 & 31) | 1 << (0x53 & 31)
        usual.second_letters = 1 << (0x4E & 31) | 1 << (0x47 & 31)
        usual.line_feed = lineFeed ? 0x0A : 0x100
        usual.longest = 105
        var outcome = Outcome()
        var entries = [UInt32](repeating: 7, count: 4 * (markCount + 8))
        marks.withUnsafeBufferPointer { marks in
            entries.withUnsafeMutableBufferPointer { entries in
                var run = x12_run(
                    next: marks.baseAddress, entry: entries.baseAddress, position: 0, first_end: 0,
                    blanks: 0)
                way(bytes, ends, marks.baseAddress.map { $0 + markCount }, &usual, &run)
                outcome.taken = marks.baseAddress.map { run.next - $0 } ?? 0
                outcome.position = Int(run.position)
                outcome.firstEnd = Int(run.first_end)
                outcome.blanks = Int(run.blanks)
            }
        }
        outcome.entries = Array(entries[..<(4 * outcome.taken)])
        return outcome
    }

    @Test func aSegmentIsFourNumbers() {
        let outcome = Self.outcome("REF*0F*1~\nN3*A~SE*1~", x12_take_narrow)
        #expect(outcome.entries.prefix(8) == [0, 0, 3, 0x46_4552, 10, 3, 2, 0x334E])
        #expect(
            outcome
                == Outcome(
                    entries: outcome.entries, taken: 3, position: 20, firstEnd: 7, blanks: 1))
    }

    /// One odd segment at each place among others: what it is, and how many are taken before it.
    @Test(arguments: 0...20) func anOddSegmentIsNotTaken(_ place: Int) {
        let odd = [
            "INS*Y~", "SG*1~", "~", "\n~", "A*1~", "ABCD*1~", " N3*A~", "\r\nN3*A~", "\n\nN3*A~",
            "*A~", "\n*A~", "N3*\(String(repeating: "A", count: 103))~",
        ]
        let usual = ["N3*A~", "\nREF*1*2~", "NM1*IL~", "\nN4~", "ING*1~", "SNS*1*2*3~"]
        for odd in odd {
            let segments = (0..<20).map { usual[$0 * 7 % 6] }
            let text = (segments[..<place] + [odd] + segments[place...]).joined()
            let narrow = Self.outcome(text, x12_take_narrow)
            #expect(narrow.taken == place, "\(odd.debugDescription)")
            #expect(Self.outcome(text, x12_take) == narrow, "\(odd.debugDescription)")
            #expect(
                Self.outcome(text, lineFeed: false, x12_take)
                    == Self.outcome(text, lineFeed: false, x12_take_narrow))
        }
    }

    /// Pieces of segments in any order.
    @Test(arguments: 0..<200) func anyTextIsTakenAlike(_ seed: Int) {
        let pieces = ["N3*A~", "\nREF*1*2~", "INS", "~", "*", "\n", " ", "HD*021~", "LX*1~\n", "A"]
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        let text = (0..<300).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let value = Int(state >> 33)
            return value % 40 < 33 ? pieces[value % 3 % 2] : pieces[value % pieces.count]
        }.joined()
        #expect(Self.outcome(text, x12_take) == Self.outcome(text, x12_take_narrow))
    }
}
