/// What can be wrong with a synthetic 834; a record gets at most one.
public enum EnrollmentDefect: String, CaseIterable, Hashable, Sendable {
    /// A segment that no guide knows stands behind INS.
    case unknownSegment = "unknown-segment"
    /// The birth date (DMG02) is the 31st of February 1973.
    case badDate = "bad-date"
    /// The gender (DMG03) is a code that the list does not have.
    case badCode = "bad-code"
    /// The eligibility begin (DTP*356) has a letter among its digits.
    case badDigit = "bad-digit"
    /// The member has no last name (NM103).
    case missingName = "missing-name"
    /// The required REF*0F is absent.
    case missingSubscriberID = "missing-subscriber-id"
    /// The begin of the first coverage (DTP*348) has no date.
    case missingElement = "missing-element"
    /// The terminator behind DMG is absent, so that the next segment runs into it.
    case missingTerminator = "missing-terminator"
    /// DMG stands before the member's name.
    case segmentOutOfOrder = "segment-out-of-order"
    /// DMG stands there twice.
    case repeatedSegment = "repeated-segment"
    /// A terminator follows another one.
    case blankSegment = "blank-segment"
    /// The last name has more than 60 bytes.
    case elementTooLong = "element-too-long"
    /// REF*0F has one element more than the segment allows.
    case tooManyElements = "too-many-elements"
    /// REF*0F ends with separators.
    case trailingSeparators = "trailing-separators"
    /// Eligibility (DTP*357) ends before it begins.
    case endBeforeStart = "end-before-start"
    /// The birth date lies behind the file's date.
    case birthInFuture = "birth-in-future"
    /// The last name has a letter in ISO 8859-1, which is not valid UTF-8.
    case latin1Name = "latin1-name"
    /// The last name has a control character.
    case controlCharacter = "control-character"
    /// SE01 counts more segments than there are; once in a transaction.
    case wrongSegmentCount = "wrong-segment-count"
    /// SE02 differs from ST02; once in a transaction.
    case wrongControlNumber = "wrong-control-number"

    /// Whether the defect lies in the transaction's trailer and no record is touched.
    public var isInTrailer: Bool {
        self == .wrongSegmentCount || self == .wrongControlNumber
    }
}

extension EnrollmentDefect {
    /// Spoils a clean member record; false when the record has no place for the defect.
    func plant(
        in record: inout RecordEditor, fileDate: Day, _ random: inout SeededGenerator
    ) -> Bool {
        guard
            let name = record.index(of: "NM1"), let demographics = record.index(of: "DMG"),
            let subscriber = record.index(of: "REF", "0F"),
            let begin = record.index(of: "DTP", "356"), let end = record.index(of: "DTP", "357"),
            let coverage = record.index(of: "DTP", "348")
        else { return false }
        switch self {
        case .unknownSegment: record.insert("XYZ", at: subscriber, elements: ["1"])
        case .badDate: record.replace(demographics, element: 2, with: "19730231")
        case .badCode: record.replace(demographics, element: 3, with: "Q")
        case .badDigit: record.edit(begin, element: 3) { $0[6] = UInt8(ascii: "O") }
        case .missingName: record.edit(name, element: 3) { $0.removeAll() }
        case .missingSubscriberID: record.remove(subscriber)
        case .missingElement: record.truncate(coverage, toElements: 2)
        case .missingTerminator: record.fuse(demographics)
        case .segmentOutOfOrder: record.move(demographics, to: name)
        case .repeatedSegment: record.repeatSegment(demographics)
        case .blankSegment: record.insertBlank(at: random.within(1...record.count - 1))
        case .elementTooLong:
            record.edit(name, element: 3) { name in
                while name.count <= 60 { name += [UInt8(ascii: "-")] + name }
            }
        case .tooManyElements: record.extend(subscriber, with: ["", "", "EXTRA"])
        case .trailingSeparators: record.extend(subscriber, with: ["", ""])
        case .endBeforeStart:
            guard let start = record.day(begin, element: 3) else { return false }
            record.replace(end, element: 3, with: start - random.within(1...300))
        case .birthInFuture:
            record.replace(demographics, element: 2, with: fileDate + random.within(30...4000))
        case .latin1Name: record.edit(name, element: 3) { $0.insert(0xD1, at: 1) }
        case .controlCharacter: record.edit(name, element: 3) { $0.insert(0x07, at: 1) }
        case .wrongSegmentCount, .wrongControlNumber: return false
        }
        return true
    }
}
