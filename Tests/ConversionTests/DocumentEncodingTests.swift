import Testing

@testable import Conversion
@testable import Diagnostics

/// Lines and columns of documents in UTF-16, one after another, in whatever pieces they come.
struct DocumentEncodingTests {
    enum Form: CaseIterable {
        case bytes, littleEndian, bigEndian

        func bytes(_ text: String) -> [UInt8] {
            if self == .bytes { return Array(text.utf8) }
            return text.utf16.flatMap { unit -> [UInt8] in
                let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
                return self == .bigEndian ? [high, low] : [low, high]
            }
        }
    }

    /// What comes between documents, with letters of which half is a line feed in UTF-16.
    static let gaps = ["", "\n", " <!-- \u{A05}\n\u{10A} -->\n ", "<?p \u{A0A}\u{A05}?>"]

    /// A document of another kind, which is a finding at its first element.
    static func opening(_ hasMark: Bool, _ encoding: String) -> String {
        (hasMark ? "\u{FEFF}" : "") + "<?xml version='1.0'\nencoding='\(encoding)'?>"
    }
    static let content = "<a x='é'>ü\u{1F600}<b/>\nß<!--\u{A05}\u{10A}--></a>"

    /// Where what was found stands, of what was fed at once and in pieces of other sizes.
    static func check(
        _ bytes: [UInt8], _ spots: [[Int]], _ name: String, sizes: [Int] = Array(1...64)
    ) {
        let whole = DocumentText(bytes)
        let places = whole.findings.sorted { $0.range.start < $1.range.start }
        #expect(places.map { [$0.line, $0.column] } == spots, "\(name)")
        for size in sizes {
            let pieces = DocumentText(bytes, pieces: [size])
            #expect(pieces == whole, "\(name), \(size): \(pieces.difference(from: whole))")
        }
    }

    @Test(arguments: [Form.littleEndian, .bigEndian], [false, true])
    func columnsOfUTF16(_ form: Form, _ hasMark: Bool) {
        for (encoding, count) in [("UTF-16", 2), ("UTF-8", 3)] {
            for gap in Self.gaps {
                var text = ""
                var spots: [[Int]] = []
                for index in 0..<count {
                    text += (index == 0 ? "" : gap) + Self.opening(hasMark, encoding)
                    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                    spots.append([lines.count, 2 * (lines.last?.utf16.count ?? 0) + 1])
                    text += Self.content
                }
                Self.check(form.bytes(text), spots, "\(encoding) '\(gap)'")
            }
        }
    }

    /// Each document has its own encoding, and so may white space behind it.
    @Test(arguments: Form.allCases, Form.allCases)
    func columnsOfSeveralEncodings(_ first: Form, _ second: Form) {
        let rest = Form.allCases.flatMap { [($0, false), ($0, true)] }
        for (third, hasMark) in rest {
            for (gap, gapForm) in [("", Form.bytes), ("\n\n \n", .bytes), ("\n \n", nil)] {
                var bytes: [UInt8] = []
                var (line, lineStart) = (1, 0)
                func add(_ text: String, _ form: Form) {
                    for letter in text.unicodeScalars {
                        bytes += form.bytes(String(letter))
                        guard letter == "\n" else { continue }
                        line += 1
                        lineStart = bytes.count
                    }
                }
                var spots: [[Int]] = []
                for form in [first, second, third] {
                    add(Self.opening(hasMark, form == .bytes ? "UTF-8" : "UTF-16"), form)
                    spots.append([line, bytes.count - lineStart + 1])
                    add(Self.content, form)
                    add(gap, gapForm ?? form)
                }
                Self.check(
                    bytes, spots, "\(third) \(hasMark) \(gap)", sizes: [1, 2, 3, 7, 64, 65])
            }
        }
    }

    /// What follows a document that breaks off is in its encoding, up to the next.
    @Test(arguments: [Form.littleEndian, .bigEndian], [false, true])
    func columnsBehindBrokenDocuments(_ form: Form, _ hasMark: Bool) {
        for rest in ["</b>\n\u{100}", "</a>\n\u{A05}\u{10A}x\u{100}"] {
            let opening = Self.opening(false, "UTF-16")
            let first = (hasMark ? "\u{FEFF}" : "") + opening + "<a>\n\u{A05}"
            let bytes = form.bytes(first + rest + opening + Self.content)
            let start = 2 * opening.split(separator: "\n")[1].utf16.count + 1
            let lost = rest.hasPrefix("</a>") ? [4, 1] : [3, 3]
            Self.check(bytes, [[2, start], lost, [5, start]], rest)
        }
    }
}
