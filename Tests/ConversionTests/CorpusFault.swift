/// What is wrong with a file of the corpus, as its name or its tests say, and what finds it.
struct CorpusFault: Sendable {
    /// What its name holds.
    let file: String
    /// Empty where the input is refused as no X12.
    let rule: String
    let why: String

    init(_ file: String, _ rule: String, _ why: String) {
        self.file = file
        self.rule = rule
        self.why = why
    }

    /// All others are of transaction sets that are set aside whole, for which no guide is read.
    static let all = [
        CorpusFault(
            "837p-hl-orphan", "x12.level.parent", "HL02 is 9, and no level has that number"),
        CorpusFault("837p-unknown-variant", "x12.guide.unknown", "005010X999A1 is no guide"),
        CorpusFault("truncated.edi", "x12.file.truncated", "the file ends inside a claim"),
        CorpusFault(
            "invalid_837", "x12.segment.unexpected", "service lines come without CLM"),
        CorpusFault("A01_isaTruncated", "x12.interchange.width", "ISA is too short"),
        CorpusFault("A02_seCountWrong", "x12.set.count", "SE01 is wrong"),
        CorpusFault("A03_controlNumberMismatch", "x12.set.control", "SE02 is not ST02"),
        CorpusFault("no_trailers", "x12.file.truncated", "SE, GE and IEA are not there"),
        CorpusFault("truncated_mid_segment", "x12.file.truncated", "the file ends in a segment"),
        CorpusFault("error_validation", "x12.set.control", "no control number is the one before"),
        CorpusFault("segment_terminator", "x12.interchange.unclosed", "ISA ends the file"),
        CorpusFault(
            "unknown_segment_error", "x12.segment.stray", "segments of a set stand before its ST"),
        CorpusFault("x12.missing.ISA", "x12.interchange.missing", "the file begins with GS"),
        CorpusFault("x12.no.line.break", "x12.interchange.width", "ISA has no terminator"),
        CorpusFault("x12.wrong.GS", "x12.group.missing", "XX stands for GS"),
        CorpusFault("x12.wrong.ISA", "", "XXX stands for ISA"),
        CorpusFault("empty.edi", "", "there is nothing"),
        CorpusFault("not_x12", "", "the text is none of X12"),
        CorpusFault("example835NoISA", "", "there is no ISA, and GS01 has four characters"),
        CorpusFault("dex.sample", "", "DEX/UCS, which begins with DXS"),
    ]
}
