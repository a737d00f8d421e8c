import Archives
import Rosters
import X12Syntax

/// A kind of file that Turnpike reads.
enum InputKind: Sendable {
    case x12
    /// Delimited text, or text in columns of fixed widths, whose columns a layout has.
    case table
    /// A workbook with a sheet whose columns a layout has.
    case workbook
    /// Documents, which may hold referrals.
    case xml

    /// As messages call it, with an article.
    var noun: String {
        switch self {
        case .x12: "an X12 file"
        case .table: "a roster"
        case .workbook: "a workbook"
        case .xml: "an XML document"
        }
    }
}

/// What an input is, by its content.
enum Recognition {
    case known(InputKind)
    /// Something else, in words.
    case unknown(String)

    /// What keeps an input from being read as a kind; `nil` where it is one.
    func refusal(unless kind: InputKind) -> String? {
        switch self {
        case .known(kind): nil
        case .known(let other): "this is \(other.noun), not \(kind.noun)"
        case .unknown(let looks): looks
        }
    }

    /// - Parameter isWhole: whether these are all bytes of the input.
    init(_ bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool) {
        guard !bytes.isEmpty else {
            self = .unknown("this is an empty file")
            return
        }
        if ArchiveKind(opening: bytes) != nil {
            self = .unknown("this is an archive inside an archive")
            return
        }
        if bytes.dropFirst(257).starts(with: Array("ustar".utf8)) {
            self = .unknown("this is a tar archive")
            return
        }
        switch X12Recognition(bytes, isWhole: isWhole) {
        case .found: self = .known(.x12)
        case .damaged: self = .unknown("this begins with an ISA that is cut short or damaged")
        case .somethingElse where XMLOpening.isXML(bytes):
            self = XMLOpening.isWorkbook(bytes) ? .unknown(Recognition.workbook) : .known(.xml)
        case .somethingElse: self = .unknown("this " + Recognition.looks(bytes))
        }
    }

    private static let signatures: [(bytes: [UInt8], looks: String)] = [
        (Array("%PDF".utf8), "is a PDF document"),
        ([0x89, 0x50, 0x4E, 0x47], "is a PNG image"),
        ([0xFF, 0xD8, 0xFF], "is a JPEG image"),
        (Array("GIF8".utf8), "is a GIF image"),
        ([0x49, 0x49, 0x2A, 0x00], "is a TIFF image"),
        ([0x4D, 0x4D, 0x00, 0x2A], "is a TIFF image"),
        ([0x50, 0x4B, 0x03, 0x04], "is a zip archive (or an Office document)"),
        ([0x1F, 0x8B], "is a gzip archive"),
        ([0xD0, 0xCF, 0x11, 0xE0], "is an old Office document"),
        ([0x7F, 0x45, 0x4C, 0x46], "is a program"),
        ([0xFF, 0xFE], "is UTF-16 text; X12 is ASCII or UTF-8"),
        ([0xFE, 0xFF], "is UTF-16 text; X12 is ASCII or UTF-8"),
        (Array("{\\rtf".utf8), "is an RTF document"),
        (Array("UNA".utf8), "is an EDIFACT interchange"),
        (Array("UNB".utf8), "is an EDIFACT interchange"),
        (Array("MSH|".utf8), "is an HL7 version 2 message"),
    ]

    private static let workbook =
        "this is a workbook in the XML format of Excel 2003; save it as .xlsx or CSV"

    private static let wideText = "is UTF-32 text; save it as UTF-8"

    /// Whether it is text with four bytes to a letter, as its mark or the NULs of its first letters
    /// say.
    static func isUTF32(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if bytes.starts(with: [0xFF, 0xFE, 0x00, 0x00])
            || bytes.starts(with: [0x00, 0x00, 0xFE, 0xFF])
        {
            return true
        }
        guard bytes.count >= 16 else { return false }
        return [0, 3].contains { place in
            (0..<16).allSatisfy { (bytes[$0] != 0) == ($0 % 4 == place) }
        }
    }

    /// What text looks like that is of no known kind.
    static let plainText =
        "is text without an ISA segment, and its first \(LayoutRecognition.searchedRows) rows, "
        + "up to 64 kB, name no columns of a roster"

    /// Whether it begins as a list of JSON does, and not as a name in brackets.
    private static func isList(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard text.first == UInt8(ascii: "[") else { return false }
        guard let next = text.dropFirst().first(where: { !$0.isWhiteSpace }) else { return true }
        return "[]{\"-".utf8.contains(next) || (0x30...0x39).contains(next)
    }

    private static func looks(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        if isUTF32(bytes) { return wideText }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let start = bytes.dropFirst(hasMark ? 3 : 0).drop { $0.isWhiteSpace }
        for signature in signatures where start.starts(with: signature.bytes) {
            return signature.looks
        }
        guard let first = start.first else { return "holds nothing but white space" }
        if first == UInt8(ascii: "<") { return "looks like HTML" }
        if first == UInt8(ascii: "{") || isList(start) { return "looks like JSON" }
        if bytes.allSatisfy({ $0 == 0 }) {
            return "is binary data: NUL bytes alone, as in a file whose writing broke off"
        }
        let odd = bytes.prefix(4096).count { $0 < 0x09 || (0x0E...0x1F).contains($0) }
        return odd > 16 ? "is binary data of no known kind" : plainText
    }
}
