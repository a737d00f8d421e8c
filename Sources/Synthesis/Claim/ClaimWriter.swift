/// The state of one file under way: the buffer, the draws, the levels that claims lie under, and
/// what the trailers must repeat.
struct ClaimWriter: ~Copyable {
    let options: ClaimSynthesis.Options
    let population: Population
    let envelope: Envelope
    let services = Services()
    let diagnoses = Diagnoses()
    let teeth = Teeth()
    let practiceNames: PracticeNames
    var out: SegmentWriter
    var random: SeededGenerator
    /// Draws that concern defects only, so that the clean claims do not depend on the rate.
    var defectRandom: SeededGenerator

    // MARK: Levels

    /// Levels (HL) written in the transaction at hand.
    var levels = 0
    var provider: BillingProvider
    var providerLevel = 0
    /// Subscribers that the billing provider at hand still gets.
    var subscribersLeft = 0
    var subscriberLevel = 0
    var subscriber: Subscriber
    var persons = 0

    // MARK: Claims

    var claim = Claim()
    /// The payers asked before, of whom `subscriber.payers` are in use.
    var otherPayers = [OtherPayer(), OtherPayer()]
    /// Claims drawn in the file.
    var claims = 0
    var planting = DefectPlanting()
    /// Segments before the ST of the transaction at hand.
    var segmentsBeforeTransaction = 0

    init(_ options: ClaimSynthesis.Options) {
        self.options = options
        population = Population(seed: options.seed)
        practiceNames = PracticeNames(population.names)
        envelope = Envelope(
            from: "110999999B", to: "DMA7384", functionalCode: "HC", guide: options.kind.guide,
            fileDate: options.fileDate, seed: options.seed)
        out = SegmentWriter(
            delimiters: options.delimiters, lineEnding: options.lineEnding, capacity: 320 * 1024)
        random = SeededGenerator(seed: options.seed)
        defectRandom = SeededGenerator(seed: options.seed ^ 0xDEFEC7)
        provider = BillingProvider(
            place: 0, kind: options.kind, seed: options.seed, population)
        subscriber = Subscriber(
            person: population.person(number: 0, birth: options.fileDate, &random),
            address: population.address(&random))
    }

    /// A place in the file, to come back to.
    var mark: Mark { Mark(offset: out.byteCount, segments: out.segmentCount) }

    /// Writes the claims of one subscriber, at most `limit`, and answers how many.
    ///
    /// Where the billing provider at hand has no subscriber left, another one comes before.
    mutating func writeSubscriber(
        limit: Int, _ planted: inout [ClaimDefect: Int]
    ) -> Int {
        planting.beginSubscriber()
        if subscribersLeft == 0 {
            planting.providerMark = mark
            writeBillingProvider()
        }
        subscribersLeft -= 1
        drawSubscriber()
        planting.subscriberMark = mark
        writeSubscriberLevel()
        var left = limit
        if subscriber.dependents == 0 {
            writeClaims(patient: subscriber.person, &left, &planted)
        } else {
            for _ in 0..<subscriber.dependents where left > 0 {
                planting.patientMark = mark
                let patient = drawDependent()
                writePatientLevel(patient)
                writeClaims(patient: patient, &left, &planted)
            }
        }
        return limit - left
    }

    /// The claims of one patient: the later ones in the file are the earlier ones in time, and no
    /// two overlap.
    private mutating func writeClaims(
        patient: Person, _ left: inout Int, _ planted: inout [ClaimDefect: Int]
    ) {
        var latest = options.fileDate - random.within(1...20)
        let count = random.chance(68) ? 1 : random.chance(75) ? 2 : random.within(3...5)
        planting.beginPatient()
        for _ in 0..<min(count, left) {
            drawClaim(endingBy: latest)
            latest = claim.start - random.within(1...12)
            planting.claimMark = mark
            writeClaim()
            left -= 1
            plantDefect(&planted)
        }
    }

    private mutating func writeClaim() {
        if subscriber.payers > 0 { adjudicate() }
        switch options.kind {
        case .professional: writeProfessional()
        case .institutional: writeInstitutional()
        case .dental: writeDental()
        }
        for place in 0..<subscriber.payers { writeOtherPayer(place) }
        for index in claim.lines.indices { writeLine(index) }
    }

    /// A place in the buffer, and the segments written up to it.
    struct Mark {
        var offset = 0
        var segments = 0
    }
}
