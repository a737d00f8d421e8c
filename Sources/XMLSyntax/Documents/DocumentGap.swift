import Diagnostics

/// Looks, between documents, where the next begins, and passes comments and instructions over.
struct DocumentGap {
    private enum Place {
        case outside
        /// Behind `<`, with what came since.
        case opening
        case comment
        case instruction
    }

    /// What a unit of the input is to the gap.
    enum Step {
        case blank, inside, undecided
        /// A document begins with the bytes held back.
        case begins
    }

    private var place = Place.outside
    /// The units since `<`; of an instruction its target, as far as it is looked at.
    private var units: [UInt8] = []
    /// Hyphens that came last in a comment.
    private var hyphenCount = 0
    /// What of an instruction comes next: its name, the `>` behind a `?` that follows the name at
    /// once, or what it says.
    private enum Part { case target, end, content }
    private var part = Part.target
    /// Whether a `?` came last in an instruction.
    private var isBehindMark = false
    /// Whether what is wrong with the comment or the instruction was told.
    private var isTold = false
    /// What the unit that came last breaks.
    private(set) var flaw: Rule?
    /// Whether a document came before, whose comments may follow it.
    var followsDocument = false
    /// Whether the last document broke off, so that only a declaration begins the next.
    var isLost = false

    var isOutside: Bool { place == .outside }

    /// - Parameter unit: a byte, or a letter of ASCII; any that is none stands for another letter.
    mutating func step(_ unit: UInt8) -> Step {
        flaw = nil
        switch place {
        case .outside: return outside(unit)
        case .opening: return opening(unit)
        case .comment: comment(unit)
        case .instruction: instruction(unit)
        }
        return .inside
    }

    private mutating func outside(_ unit: UInt8) -> Step {
        let isBlank = Self.isBlank(unit)
        if unit == 0x3C, followsDocument || isLost {
            place = .opening
            units = []
            return .undecided
        }
        if isLost { return .inside }
        return isBlank ? .blank : .begins
    }

    static func isBlank(_ unit: UInt8) -> Bool {
        unit == 0x20 || unit == 0x0A || unit == 0x0D || unit == 0x09
    }

    private mutating func opening(_ unit: UInt8) -> Step {
        units.append(unit)
        let declaration: [UInt8] = [0x3F, 0x78, 0x6D, 0x6C]  // ?xml
        if units == [0x21] || declaration.starts(with: units) { return .undecided }
        if units.count == 5, units.starts(with: declaration), unit <= 0x20 { return .begins }
        if isLost {
            place = unit == 0x3C ? .opening : .outside
            units = []
            return unit == 0x3C ? .undecided : .inside
        }
        if units == [0x21, 0x2D] { return .undecided }
        isTold = false
        if units == [0x21, 0x2D, 0x2D] {
            place = .comment
            hyphenCount = 0
            units = []
        } else if units.first == 0x3F {
            place = .instruction
            isBehindMark = false
            part = .target
            let sent = units.dropFirst()
            units = []
            for unit in sent { instruction(unit) }
        } else {
            return .begins
        }
        return .inside
    }

    /// Tells of a comment or an instruction that is not written as XML has it, once.
    private mutating func tell(_ rule: Rule) {
        if !isTold { flaw = rule }
        isTold = true
    }

    /// No control character stands in a document but blanks.
    private mutating func checkCharacter(_ unit: UInt8) {
        if unit < 0x20, !Self.isBlank(unit) { tell(.characterForbidden) }
    }

    /// Two hyphens end a comment, and stand nowhere else in it.
    private mutating func comment(_ unit: UInt8) {
        checkCharacter(unit)
        if hyphenCount == 2 {
            if unit == 0x3E {
                place = .outside
                return
            }
            tell(.markupMalformed)
        }
        guard unit == 0x2D else { return hyphenCount = 0 }
        hyphenCount = min(2, hyphenCount + 1)
    }

    /// An instruction begins with a name, which is not `xml`, and goes on behind a blank.
    private mutating func instruction(_ unit: UInt8) {
        checkCharacter(unit)
        switch part {
        case .target:
            if Self.isOfName(unit) {
                // As much as is looked at: whether it is longer than `xml`.
                if units.count < 4 { units.append(unit) }
                return
            }
            if !isTarget { tell(.markupMalformed) }
            part = unit == 0x3F ? .end : .content
            if unit != 0x3F, !Self.isBlank(unit) { tell(.markupMalformed) }
            isBehindMark = unit == 0x3F
        case .end, .content:
            if isBehindMark, unit == 0x3E {
                place = .outside
                units = []
                return
            }
            if part == .end { tell(.markupMalformed) }
            part = .content
            isBehindMark = unit == 0x3F
        }
    }

    /// Whether what came before the first other unit is the name of an instruction.
    private var isTarget: Bool {
        guard let first = units.first else { return false }
        let beginsName = first >= 0x80 || first | 0x20 >= 0x61 && first | 0x20 <= 0x7A
        let isReserved = units.map { $0 | 0x20 } == [0x78, 0x6D, 0x6C]
        return (beginsName || first == 0x5F || first == 0x3A) && !isReserved
    }

    private static func isOfName(_ unit: UInt8) -> Bool {
        switch unit {
        case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x80...: true
        default: false
        }
    }
}
