import CareModel

/// What a look at plain text asks, by which most values of a column are right beyond doubt.
///
/// Cells of a row are looked at in this order, those of the same check one after another. What is right
/// at first sight would be right as well when read closely (`CellReader.readClosely`).
enum CellCheck: UInt8, CaseIterable, Sendable {
    case text, language, digits, zip, number, date, code, flag, state, npi, pidsl, measured
    /// Nothing is right beyond doubt.
    case close

    init(_ facts: ColumnFacts) {
        self =
            switch facts.kind {
            case .text: facts.isLanguage ? .language : .text
            case .date where !facts.listed.isEmpty, .number where !facts.listed.isEmpty,
                .money where !facts.listed.isEmpty:
                .close
            case .date: facts.formats.first?.isCompact == true ? .date : .close
            case .code, .flag: .code
            case .memberId, .phone, .pid: .digits
            case .pidsl: .pidsl
            case .zip: .zip
            case .state: .state
            case .number: .number
            case .npi: .npi
            case .money, .email: .measured
            }
    }

    /// Whether what is right has 16 bytes at most.
    @inline(__always)
    var isShort: Bool {
        switch self {
        case .digits, .zip, .number, .date, .flag, .state, .npi, .pidsl: true
        case .text, .language, .code, .measured, .close: false
        }
    }

    /// Whether text has nothing that deserves a closer look: blanks around it, an error of a
    /// spreadsheet, `NULL`, `(null)`, `<null>`, `\N`, `1.00000000999E+11`.
    @inline(__always)
    static func isText(_ text: CellText, width: Int, _ ends: TextEnds) -> Bool {
        guard text.second != UInt8(ascii: "."), text.count <= width else { return false }
        let verdict = ends.verdict(text)
        return verdict == 0 || verdict == TextEnds.odd && text.count != 4 && text.count != 6
    }

    @inline(__always)
    static func isLocation(_ text: CellText) -> Bool {
        // The letter of ten is made a digit.
        let digits = text.tail & 0x00FF_FFFF_FFFF_FFFF | 0x3000_0000_0000_0000
        return text.count == 10 && (text.tail &>> 56) &- 0x41 < 26
            && Digits.areAll(text.head, digits) && !text.beginsWithZeros
    }

    /// A day from 1900 on; 0 for anything else.
    @inline(__always)
    static func usualDay(_ text: CellText) -> Int32 {
        guard text.count == 8 else { return 0 }
        let day = CalendarDate.number(text.base)
        return day >= DateEarly.first ? day : 0
    }
}

/// Which bytes may begin and end a text.
struct TextEnds {
    /// Of each byte in front, then of each at the end: 0, or why a text has to be looked at.
    private let table: UnsafePointer<UInt8>

    /// Blanks, and what begins an error of a spreadsheet.
    static let wrong: UInt8 = 1
    /// The last letter of words for "nothing", which have four letters or six.
    static let odd: UInt8 = 2

    init() {
        let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 512)
        table.initialize(repeating: 0, count: 512)
        for byte in 0...0x20 {
            table[byte] = Self.wrong
            table[256 + byte] = Self.wrong
        }
        table[Int(UInt8(ascii: "#"))] = Self.wrong
        for byte in "lL)>".utf8 { table[256 + Int(byte)] = Self.odd }
        self.table = UnsafePointer(table)
    }

    func deallocate() { table.deallocate() }

    @inline(__always)
    func verdict(_ text: CellText) -> UInt8 {
        table[Int(text.first)] | table[256 &+ Int(text.last)]
    }
}
