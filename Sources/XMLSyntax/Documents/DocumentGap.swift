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
    /// The units since `<`.
    private var units: [UInt8] = []
    /// Whether a document came before, whose comments may follow it.
    var followsDocument = false
    /// Whether the last document broke off, so that only a declaration begins the next.
    var isLost = false

    var isOutside: Bool { place == .outside }

    mutating func step(_ unit: UInt8) -> Step {
        switch place {
        case .outside: return outside(unit)
        case .opening: return opening(unit)
        case .comment: return close(unit, [0x2D, 0x2D, 0x3E])
        case .instruction: return close(unit, [0x3F, 0x3E])
        }
    }

    private mutating func outside(_ unit: UInt8) -> Step {
        let isBlank = unit == 0x20 || unit == 0x0A || unit == 0x0D || unit == 0x09
        if unit == 0x3C, followsDocument || isLost {
            place = .opening
            units = []
            return .undecided
        }
        if isLost { return .inside }
        return isBlank ? .blank : .begins
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
        if units == [0x21, 0x2D] {
            place = .comment
        } else if units.first == 0x3F {
            place = .instruction
        } else {
            return .begins
        }
        units = []
        return .inside
    }

    /// Inside what ends with these units.
    private mutating func close(_ unit: UInt8, _ end: [UInt8]) -> Step {
        units.append(unit)
        if units.count > end.count { units.removeFirst() }
        if units == end {
            place = .outside
            units = []
        }
        return .inside
    }
}
