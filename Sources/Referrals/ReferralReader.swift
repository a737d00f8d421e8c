import CareModel
import Diagnostics
import XMLSyntax

/// Reads referrals of XML documents, one or many after another, that come in pieces of any size.
///
///     reader.feed(piece)
///     while let unit = reader.next() { … }
///     reader.finish()
///
/// Memory holds one referral, or one document of C-CDA, and the piece that was fed.
package struct ReferralReader: ~Copyable {
    var xml: XMLReader
    /// The input since the unit that is being read began.
    package let window = InputWindow()
    private var mapper = ReferralMapper()
    var collector: ReferralFindings
    var fhir: FHIRReader
    var place = Position.outside
    /// What was found and belongs to nothing that was read yet.
    var pending: [Finding] = []
    var foundOutside: [Finding] = []
    /// What was found there beyond those that are listed.
    var unlistedOutside: [(first: Finding, count: Int)] = []
    /// Where the unit that is being read begins, or what is lost; the end of the last otherwise.
    var start = 0
    /// Elements around a unit.
    var unitDepth: Int32 = 0
    var document = 0
    /// Referrals of the document so far.
    var ordinal = 0
    /// Where the document begins, and where it holds any number of referrals, what comes before them.
    var documentStart = 0
    var opening: [UInt8] = []
    /// What documents are that were read, each once, in the order of the input.
    package internal(set) var formats: [ReferralFormat] = []
    /// What the first document is that was read.
    package var format: ReferralFormat? { formats.first }
    /// Whether a document came as far as its first element.
    package internal(set) var hasElement = false
    var isFinished = false
    /// Whether the unit that came last is of FHIR, and whether more of it may be ready.
    var isFHIR = false
    var isDelivering = false
    /// Whether a document of FHIR broke off.
    var isBroken = false
    var lost = LostBytes()
    var wrapper = ReferralWrapper()

    /// What the events that come next belong to.
    enum Position {
        /// Nothing, or the wrapper of Turnpike referrals.
        case outside, wrapper
        case referral(ReferralFormat)
        /// An element of a wrapper that is no referral.
        case stray
        /// A document that is no referral.
        case foreign
        /// A Bundle, or a resource that is a referral.
        case fhir
        /// What follows a document that broke off.
        case lost
    }

    /// The namespace of Turnpike referrals.
    package static var namespace: String { ReferralNames.turnpike }

    /// Bytes that the texts of one referral may have.
    private let longest: Int

    /// - Parameters:
    ///   - schema: that of Turnpike referrals, by which their documents are validated.
    ///   - heldSize: bytes that what is held of a Bundle may take.
    ///   - longest: bytes that the texts of one referral may have; a slot reaches twice as far.
    package init(
        schema: XMLSchema?, heldSize: Int = FHIRReader.heldSize, longest: Int = 1 << 30
    ) {
        self.longest = longest
        fhir = FHIRReader(ReferralNames.names, heldSize: heldSize)
        xml = XMLReader(
            names: ReferralNames.names, schema: schema, keepsBlankText: false,
            encoded: EncodedMark(AttributeName.representation.name, "B64"))
        collector = ReferralFindings(window)
    }

    /// Reads a piece of the input.
    package mutating func feed(_ bytes: UnsafeRawBufferPointer) {
        window.drop(before: start)
        window.append(bytes)
        xml.forgetLineEnds(before: window.base)
        xml.feed(bytes)
        window.ends = xml.lineEnds
        keep(xml.takeFindings())
    }

    /// Ends the input.
    package mutating func finish() {
        window.drop(before: start)
        xml.finish()
        window.ends = xml.lineEnds
        keep(xml.takeFindings())
        isFinished = true
    }

    /// Keeps findings of the syntax until the unit comes that they belong to.
    ///
    /// The reader of XML knows the column of what stands in the piece that it reads, and here more is
    /// held: so columns are the same in whatever pieces an input comes.
    private mutating func keep(_ findings: [Finding]) {
        for finding in findings {
            let start = finding.range.start
            let isHeld = start >= window.base && start <= window.end
            var kept = Finding(
                finding.rule, at: finding.range, place: finding.place,
                expected: finding.expected, line: finding.line,
                column: isHeld ? window.column(of: start) : finding.column,
                related: finding.related)
            kept.severity = finding.severity
            pending.append(kept)
        }
    }

    package var byteCount: Int { xml.byteCount }
    /// Documents that have begun.
    package var documentCount: Int { xml.documentCount }

    /// The referral of the unit that came last.
    package var record: RecordObject<ReferralFields> {
        isFHIR ? fhir.record : mapper.record
    }
    /// Where it stands, if it is not of FHIR.
    var spotOfDocument: ReferralSpot { mapper.spot(node: 0) }
    /// Values of it that no field holds.
    package var other: [OtherValue] { isFHIR ? fhir.other : mapper.builder.other }

    /// What was found outside of all units so far; forgotten here.
    package mutating func takeFindings() -> [Finding] {
        defer { foundOutside = [] }
        return foundOutside
    }

    /// What was found there and is counted only: the first of each rule, and how many there are;
    /// forgotten here.
    package mutating func takeUnlisted() -> [(first: Finding, count: Int)] {
        defer { unlistedOutside = [] }
        return unlistedOutside
    }

    /// Forgets what was found so far.
    mutating func forgetFindings() {
        pending = []
        foundOutside = []
    }

    /// The next unit; `nil` where more bytes are needed, or none follow.
    package mutating func next() -> ReferralUnit? {
        if let end = lost.end { return unreadable(until: end) }
        if isDelivering, let unit = nextOfFHIR() { return unit }
        while let event = xml.next() {
            if let unit = read(event) { return unit }
        }
        if let part = lostPart() { return part }
        if isFinished {
            let end = xml.byteCount
            if let rest = unread(before: end) { return rest }
            foundOutside += placedOutside(take(before: Int.max))
        }
        return nil
    }

    // MARK: Events

    mutating func read(_ event: XMLEvent) -> ReferralUnit? {
        if case .fhir = place { return takeFHIR(event) }
        switch event.kind {
        case .documentStart: return begin(event)
        case .documentEnd: return end(event)
        case .start: open(event)
        case .end: return close(event)
        case .text:
            guard case .referral = place else { return nil }
            mapper.tree.add(text: event, &xml)
            if mapper.arena.count > longest { giveUp(event) }
        case .comment, .instruction: break
        }
        return nil
    }

    private mutating func begin(_ event: XMLEvent) -> ReferralUnit? {
        let unread = unread(before: event.range.start)
        document += 1
        ordinal = 0
        documentStart = event.range.start
        opening = []
        wrapper = ReferralWrapper()
        place = .outside
        return unread
    }

    private mutating func open(_ event: XMLEvent) {
        switch place {
        case .outside where event.depth == 1: recognise(event)
        case .wrapper where event.name.index == TurnpikeName.referral.rawValue:
            beginReferral(event, .turnpike)
        case .wrapper:
            place = .stray
            start = event.range.start
            unitDepth = event.depth
        case .referral:
            mapper.tree.begin(event, &xml)
            if mapper.arena.count > longest { giveUp(event) }
        default: break
        }
    }

    /// What a document is, by its first element.
    private mutating func recognise(_ event: XMLEvent) {
        hasElement = true
        if event.name == TurnpikeName.referrals.name {
            note(.turnpike)
            beginWrapper(event)
            keepOpening(from: documentStart, to: event.range.end)
        } else if event.name == TurnpikeName.referral.name {
            beginReferral(event, .turnpike)
        } else if event.name == CDAName.clinicalDocument.name {
            beginReferral(event, .cda)
        } else if beginFHIR(event) {
            place = .fhir
        } else {
            place = .foreign
            start = event.range.start
            lost.foreign = (ForeignDocument.words(xml.name(event.name)), event.line)
        }
    }

    /// Lets go of a referral that is too long to be held; its bytes are set aside.
    private mutating func giveUp(_ event: XMLEvent) {
        noteBrokenFormat()
        mapper.clear()
        place = .stray
        pending.append(
            Finding(
                .referralLength, at: ByteRange(start, start), line: event.line,
                column: window.column(of: event.range.start)))
    }

    mutating func beginReferral(_ event: XMLEvent, _ format: ReferralFormat) {
        // Which type a document of CDA is of is known when it was read.
        if format != .cda { note(format) }
        place = .referral(format)
        isFHIR = false
        start = event.range.start
        unitDepth = event.depth
        ordinal += 1
        mapper.clear()
        mapper.tree.collapsesValues = format == .turnpike
        mapper.tree.begin(event, &xml)
    }

    mutating func note(_ format: ReferralFormat) {
        if !formats.contains(format) { formats.append(format) }
    }

    private mutating func close(_ event: XMLEvent) -> ReferralUnit? {
        switch place {
        case .referral(let format):
            mapper.tree.end(event)
            guard event.depth == unitDepth else { return nil }
            return map(format, until: event.range.end)
        case .stray where event.depth == unitDepth:
            place = unitDepth == 1 ? .outside : .wrapper
            return unreadable(until: event.range.end)
        default: return nil
        }
    }

    /// A document is over; one that broke off takes with it what was not complete.
    private mutating func end(_ event: XMLEvent) -> ReferralUnit? {
        let end = min(event.range.end, window.end)
        guard event.isBroken else {
            defer { place = .outside }
            if case .foreign = place { return unreadable(until: end) }
            return nil
        }
        noteBrokenFormat()
        let wasInside: Bool
        switch place {
        case .referral, .stray, .foreign: wasInside = true
        default: wasInside = false
        }
        place = .lost
        if !wasInside {
            let first = pending.first { $0.range.start >= start }?.range.start
            start = max(start, min(first ?? end, end))
        }
        // What follows up to the next document is lost with it.
        return nil
    }

    /// A document of CDA that broke off is a Referral Note unless it came so far as to say another
    /// type.
    private mutating func noteBrokenFormat() {
        guard case .referral(.cda) = place else { return }
        let saysType = mapper.child(0, .code) >= 0
        if saysType, let words = CDADocumentType.refusal(mapper) {
            lost.foreign = (words, mapper.spot(node: 0).line)
        } else {
            note(.cda)
        }
    }

    // MARK: Units

    private mutating func map(_ format: ReferralFormat, until end: Int) -> ReferralUnit {
        switch format {
        case .cda: mapper.mapCDA()
        default:
            mapper.mapTurnpike()
            mapper.builder.other = takeWrapperValues() + mapper.builder.other
        }
        let path: String
        if unitDepth == 1 {
            place = .outside
            path = format == .cda ? "/ClinicalDocument" : "/referral"
        } else {
            place = .wrapper
            path = "/referrals/referral[\(ordinal)]"
        }
        if format == .cda, let words = CDADocumentType.refusal(mapper) {
            place = .outside
            defer { start = end }
            return ReferralUnit(
                kind: .foreign(words), range: ByteRange(start, end),
                line: mapper.spot(node: 0).line, document: document,
                place: path, findings: take(before: end))
        }
        note(format)
        foundOutside += placedOutside(take(before: start))
        for finding in take(before: end) { collector.add([placed(finding)]) }
        if mapper.arena.isOverfull { collector.add(.referralLength, at: mapper.spot(node: 0)) }
        ReferralRules.check(mapper, format, &collector)
        if format == .turnpike { collector.dropWhatTheSchemaSays() }
        defer { start = end }
        return ReferralUnit(
            kind: .referral, range: ByteRange(start, end), document: document, place: path,
            findings: collector.take(), unlisted: collector.takeUnlisted())
    }

    /// A finding of the syntax with the place of the element that it stands in.
    private func placed(_ finding: Finding) -> Finding {
        let node = mapper.tree.node(at: finding.range.start)
        let element = node < 0 ? "" : mapper.tree.place(node)
        let attribute = finding.place.loop
        var placed = Finding(
            finding.rule, at: finding.range,
            place: Diagnostics.Place(
                loop: attribute.isEmpty || element.isEmpty ? element : "\(element)/\(attribute)"),
            expected: finding.expected, line: finding.line, column: finding.column,
            related: finding.related)
        placed.severity = finding.severity
        return placed
    }
}
