import Foundation
import Synthesis
import Testing

/// Generated files: what is planted is found by its rule, and nothing else is.
struct ClaimDefectTests {
    /// A file of claims with defects of one kind, and how many there are.
    static func generated(
        _ kind: ClaimKind, _ count: Int, seed: UInt64 = 1, _ defects: [ClaimDefect] = [],
        rate: Double = 0.2, setSize: Int = 120
    ) -> (bytes: Data, planted: [ClaimDefect: Int]) {
        var options = ClaimSynthesis.Options(kind, records: count, seed: seed)
        options.defectRate = defects.isEmpty ? 0 : rate
        options.defectKinds = defects
        options.transactionSize = setSize
        options.lineEnding = .lineFeed
        var data = Data()
        let summary = ClaimSynthesis(options).write { data += $0 }
        return (data, summary.defects)
    }

    static let kinds: [ClaimKind] = [.professional, .institutional, .dental]

    @Test(arguments: kinds, [1, 2] as [UInt64])
    func nothingIsFoundWhereNothingIsPlanted(_ kind: ClaimKind, _ seed: UInt64) throws {
        let bytes = Self.generated(kind, 150, seed: seed).bytes
        let outcome = try Trial()(bytes)
        #expect(outcome.flaws(of: bytes).isEmpty)
        #expect(outcome.rules == [])
        #expect(outcome.records.count == 150)
    }

    /// What else is said where a defect takes other things along.
    static let consequences: [ClaimDefect: Set<String>] = [
        .endBeforeStart: ["claim.admission.late", "claim.service.before-birth"]
    ]

    /// Of each defect the rules that find it.
    static let rules: [ClaimDefect: Set<String>] = [
        .unknownSegment: ["x12.segment.unknown"],
        .missingService: ["x12.segment.missing"],
        .missingDiagnosis: ["x12.segment.missing"],
        .missingStatementDates: ["x12.segment.missing"],
        .missingTerminator: ["x12.segment.terminator"],
        .segmentOutOfOrder: ["x12.loop.missing", "x12.segment.missing"],
        .repeatedSegment: ["x12.segment.repeat"],
        .blankSegment: ["x12.segment.blank"],
        .badDate: ["x12.element.date"],
        .badCode: ["x12.element.code"],
        .missingElement: ["x12.element.missing"],
        .elementTooLong: ["x12.element.long"],
        .tooManyElements: ["x12.element.extra"],
        .trailingSeparators: ["x12.element.trailing"],
        .badProviderDigit: ["claim.npi.digit"],
        .chargeImbalance: ["claim.charge.sum"],
        .lineAdjudicationImbalance: ["claim.adjudication.balance"],
        .payerPaidImbalance: ["claim.paid.balance"],
        .absentDiagnosisPointer: ["claim.diagnosis.pointer"],
        .badDiagnosisForm: ["claim.code.diagnosis"],
        .mixedDiagnoses: ["claim.diagnosis.mixed"],
        .endBeforeStart: ["claim.period.reversed"],
        .missingOriginalReference: ["claim.reference.original"],
        .duplicateClaim: ["claim.record.repeated"],
        .repeatedClaimNumber: ["claim.id.repeated"],
        .birthInFuture: ["claim.birth.future"],
        .missingName: ["x12.element.missing"],
        .missingMemberID: ["x12.element.relation"],
        .latin1Name: ["x12.element.encoding"],
        .controlCharacter: ["x12.element.control"],
        .unknownParent: ["x12.level.parent"],
        .repeatedLevel: ["x12.level.number"],
        .wrongChildFlag: ["x12.level.child"],
        .missingAddress: ["x12.segment.missing"],
        .badBillingDigit: ["claim.npi.digit"],
        .wrongSegmentCount: ["x12.set.count"],
        .wrongControlNumber: ["x12.set.control"],
    ]

    @Test func everyDefectHasItsRules() {
        #expect(Set(Self.rules.keys) == Set(ClaimDefect.allCases))
    }

    /// What is planted in one claim sets aside that one and no other.
    @Test(arguments: ClaimDefect.allCases, kinds)
    func whatIsPlantedIsFound(_ defect: ClaimDefect, _ kind: ClaimKind) throws {
        let file = Self.generated(kind, 60, [defect], rate: 0.3, setSize: 25)
        let planted = file.planted[defect] ?? 0
        guard planted > 0 else { return }
        let outcome = try Trial()(file.bytes)
        #expect(outcome.flaws(of: file.bytes).isEmpty)
        let found = Set(outcome.rules).subtracting(Self.consequences[defect] ?? [])
        #expect(found == Self.rules[defect] ?? [])
        guard defect.scope == .claim, defect != .missingTerminator else { return }
        let hasError = outcome.findings.contains { $0.severity == "error" }
        #expect(outcome.file.records.setAside == (hasError ? planted : 0))
    }

    /// Defects that only some claims can have are found in longer files.
    @Test(arguments: [ClaimDefect.payerPaidImbalance, .lineAdjudicationImbalance], kinds)
    func whatIsRareIsFound(_ defect: ClaimDefect, _ kind: ClaimKind) throws {
        let file = Self.generated(kind, 200, seed: 7, [defect])
        #expect(file.planted[defect] ?? 0 > 0)
        #expect(Set(try Trial()(file.bytes).rules) == Self.rules[defect] ?? [])
    }

    @Test(arguments: kinds, [1] as [UInt64])
    func howManyWorkMakesNoDifference(_ kind: ClaimKind, _ seed: UInt64) throws {
        let file = Self.generated(
            kind, 1400, seed: seed, ClaimDefect.allCases, rate: 0.3, setSize: 700)
        try #require(file.bytes.count > 1 << 19, "it has several blocks")
        #expect(try JobsTrial([file.bytes]).differences() == [])
    }

    @Test(arguments: kinds)
    func whereBlocksEndMakesNoDifference(_ kind: ClaimKind) {
        let bytes = Array(Self.generated(kind, 200, ClaimDefect.allCases, rate: 0.3).bytes)
        let whole = MemoryConversion(bytes)
        for size in [200, 1000, 5000] {
            let pieces = MemoryConversion(bytes, pieces: 333, block: size)
            #expect(pieces.accepted == whole.accepted, "\(size)")
            #expect(pieces.setAside == whole.setAside, "\(size)")
            #expect(pieces.findings.sorted() == whole.findings.sorted(), "\(size)")
            #expect(pieces.isBalanced(for: bytes.count), "\(size)")
        }
    }

    /// Seeded damage: no trap, and books that balance.
    @Test(arguments: kinds, 1...3 as ClosedRange<UInt64>)
    func damaged(_ kind: ClaimKind, _ seed: UInt64) throws {
        var dice = Dice(seed)
        let source = Self.generated(kind, 12, seed: seed, setSize: 5).bytes
        let convert = try Trial()
        for round in 1...40 {
            var bytes = source
            Damage.strike(&bytes, &dice)
            let outcome = try convert(bytes)
            #expect(outcome.flaws(of: bytes).isEmpty, "round \(round)")
        }
    }
}
