import Diagnostics

/// Why a builder refuses what it was given; it holds no value.
public enum BuildFailure: Error, Sendable, Hashable {
    /// Two delimiters are the same, one is missing, or one is a letter, a digit or a blank.
    case delimitersUnusable
    /// A value contains one of the delimiters, and X12 has no way to escape it.
    case delimiterInValue(Place)
    /// A segment id is not two or three capital letters and digits, a letter first.
    case segmentIDMalformed
    /// The builder writes ISA, GS, ST, SE, GE and IEA itself.
    case segmentReserved(Place)
    /// A value does not fit the fixed width of its element of ISA, in bytes.
    case widthExceeded(Place, width: Int)
    /// ISA13 is a number of up to nine digits; GS06 and ST02 are not empty.
    case controlNumberMalformed(Place)
    /// What is begun or added does not stand where the builder is: an ST needs an open group.
    case outOfPlace(Place)
}
