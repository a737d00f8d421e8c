/// The state of one file under way: the buffer, the draws, and what the trailers must repeat.
struct EnrollmentWriter: ~Copyable {
    let options: EnrollmentSynthesis.Options
    let population: Population
    let envelope: Envelope
    var out: SegmentWriter
    var random: SeededGenerator
    /// Draws that concern defects only, so that the clean records do not depend on the rate.
    var defectRandom: SeededGenerator
    /// The records of the household at hand, kept to reuse their memory.
    private var household: [Member] = []
    private let households: HouseholdDraw
    private var persons = 0
    /// Segments before the ST of the transaction at hand.
    var segmentsBeforeTransaction = 0
    /// What is wrong with the trailer of the transaction at hand.
    var trailerDefects: Set<EnrollmentDefect> = []

    init(_ options: EnrollmentSynthesis.Options) {
        self.options = options
        population = Population(seed: options.seed)
        envelope = Envelope(
            from: "DMA7384", to: "110999999B", functionalCode: "BE", guide: "005010X220A1",
            fileDate: options.fileDate, seed: options.seed)
        households = HouseholdDraw(options: options, population: population)
        out = SegmentWriter(
            delimiters: options.delimiters, lineEnding: options.lineEnding, capacity: 320 * 1024)
        random = SeededGenerator(seed: options.seed)
        defectRandom = SeededGenerator(seed: options.seed ^ 0xDEFEC7)
    }

    /// Writes the members of one household, at most `limit`, and answers how many.
    mutating func writeHousehold(limit: Int, _ planted: inout [EnrollmentDefect: Int]) -> Int {
        household.removeAll(keepingCapacity: true)
        households.draw(into: &household, limit: limit, persons: &persons, &random)
        let count = household.count
        for index in 0..<count {
            let member = household[index]
            let offset = out.byteCount
            let segments = out.segmentCount
            writeMember(member)
            guard options.defectRate > 0, defectRandom.chance(rate: options.defectRate) else {
                continue
            }
            if let defect = plantDefect(from: offset, segmentsBefore: segments) {
                planted[defect, default: 0] += 1
            }
        }
        return count
    }

    /// Draws a kind and plants it in the record behind `offset`, or notes it for the trailer.
    ///
    /// A trailer has room for one defect of a kind; when that is taken, another kind is drawn, and
    /// nil is the answer when there is no other.
    private mutating func plantDefect(
        from offset: Int, segmentsBefore: Int
    ) -> EnrollmentDefect? {
        var kinds = options.defectKinds
        if !trailerDefects.isEmpty { kinds.removeAll(where: trailerDefects.contains) }
        guard !kinds.isEmpty else { return nil }
        let defect = kinds[defectRandom.below(kinds.count)]
        if defect.isInTrailer {
            trailerDefects.insert(defect)
            return defect
        }
        var record = RecordEditor(out.bytes(from: offset), delimiters: options.delimiters)
        guard defect.plant(in: &record, fileDate: options.fileDate, &defectRandom) else {
            return nil
        }
        out.rewind(to: offset, segments: out.segmentCount - segmentsBefore)
        record.write(to: &out)
        return defect
    }
}
