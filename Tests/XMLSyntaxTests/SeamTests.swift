import Diagnostics
import Testing

@testable import XMLSyntax

/// Spots at which one reader can end and another begin, and what both read together.
struct SeamTests {
    // Of a document that begins libxml2 reads nothing before it has four bytes.
    private static let lists: [String] = [
        "<list><b/><b>x</b></list>",
        "<?xml version='1.0'?>\n<list>\n <b c='1'/>\n <b/>\n</list>\n",
        "<x:a xmlns:x='u' xmlns='v'><b/><x:b><c/></x:b></x:a>", "<a/>\n<b/>\n<c/>",
        "<list><!-- </b> --><b/>t<b/><![CDATA[</b>]]><b/><?p </b>?></list>",
        "<a/><!-- c --><?p?>\n<?xml version='1.0'?><b/>",
    ]

    /// Cut at every byte: where there is a seam, two readers read what one does.
    @Test(arguments: lists) func twoReadersReadWhatOneDoes(_ text: String) throws {
        let bytes = Array(text.utf8)
        let whole = Self.read(bytes, from: nil).lines
        var count = 0
        for end in 1..<bytes.count {
            let first = Self.read(Array(bytes[..<end]), from: nil)
            guard let seam = first.seam else { continue }
            count += 1
            #expect(seam.lineStart == bytes[..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
            let start = Start(seam: seam, opening: first.opening)
            let second = Self.read(Array(bytes[end...]), from: start)
            #expect(first.lines + second.lines == whole, "\(end)")
        }
        #expect(count > 0)
    }

    @Test(arguments: [
        "<a>t", "<a><b>", "<a><b/> ", "<a><b/><!-- ", "<a><b/><", "<a><b/><![CDATA[", " ",
        "<a/><!-- ", "<a/>t", "<a></b>",
    ])
    func elsewhereOneReaderAloneGoesOn(_ text: String) {
        let seam = Self.read(Array(text.utf8), from: nil).seam
        #expect(seam == nil)
    }

    private struct Start {
        let seam: XMLSeam
        let opening: [UInt8]
    }

    private struct Outcome {
        var lines: [String] = []
        var seam: XMLSeam?
        var opening: [UInt8] = []
    }

    private static func read(_ bytes: [UInt8], from start: Start?) -> Outcome {
        Seeds.keep(bytes, for: .referrals)
        var reader = XMLReader()
        if let start {
            reader.resume(at: start.seam, opening: start.opening)
            while reader.next() != nil {}
            _ = reader.takeFindings()
        }
        var outcome = Outcome()
        var documentStart = 0
        bytes.withUnsafeBytes { reader.feed($0) }
        func take() {
            while let event = reader.next() {
                let name = reader.name(event.name)
                let text = String(decoding: reader.text(event), as: UTF8.self)
                outcome.lines.append("\(event.kind) \(name) \(text) \(event.range) \(event.line)")
                if event.kind == .documentStart { documentStart = event.range.start }
                if start == nil, event.kind == .start, event.depth == 1 {
                    outcome.opening = Array(bytes[documentStart..<event.range.end])
                }
            }
            outcome.lines += reader.takeFindings().map { "\($0.rule) \($0.range) \($0.line)" }
        }
        take()
        outcome.seam = reader.seam
        guard outcome.seam == nil || start != nil else {
            if outcome.seam?.isInside == false { outcome.opening = [] }
            return outcome
        }
        reader.finish()
        take()
        return outcome
    }
}
