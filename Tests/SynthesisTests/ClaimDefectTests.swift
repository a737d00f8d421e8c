import Testing

@testable import Synthesis

@Suite struct ClaimDefectTests {
    /// Defects that a kind of claim has no place for.
    static func isPossible(_ defect: ClaimDefect, _ kind: ClaimKind) -> Bool {
        switch defect {
        case .missingStatementDates: kind == .institutional
        case .absentDiagnosisPointer: kind != .institutional
        case .missingDiagnosis: kind != .dental
        default: true
        }
    }

    static let count = 200

    static let clean = Dictionary(
        uniqueKeysWithValues: ClaimKind.allCases.map { ($0, WrittenClaims($0, count, seed: 5)) })

    static func file(_ kind: ClaimKind, _ defect: ClaimDefect) -> WrittenClaims {
        WrittenClaims(kind, count, seed: 5) {
            $0.defectRate = 1
            $0.defectKinds = [defect]
        }
    }

    @Test(arguments: ClaimKind.allCases)
    func everyKindAppears(kind: ClaimKind) {
        let file = WrittenClaims(kind, 8000) {
            $0.defectRate = 0.6
            $0.transactionSize = 1000
        }
        let expected = ClaimDefect.allCases.filter { Self.isPossible($0, kind) }
        #expect(Set(file.summary.defects.keys) == Set(expected))
        #expect(file.summary.records == 8000)
    }

    @Test(arguments: [(-1.0, 0...0), (0.0, 0...0), (0.1, 70...130), (2.0, 1000...1000)])
    func theRateIsKept(rate: Double, expected: ClosedRange<Int>) {
        let file = WrittenClaims(.professional, 1000) { $0.defectRate = rate }
        #expect(expected.contains(file.summary.defects.values.reduce(0, +)))
    }

    @Test func noKindsMeansNoDefects() {
        let file = WrittenClaims(.dental, 50) {
            $0.defectRate = 1
            $0.defectKinds = []
        }
        #expect(file.bytes == WrittenClaims(.dental, 50).bytes)
        #expect(file.summary.defects.isEmpty)
    }

    /// What is planted changes the file, one claim or level for each, and nothing else.
    @Test(arguments: ClaimDefect.allCases, ClaimKind.allCases)
    func theDefectChangesWhatItTouches(defect: ClaimDefect, kind: ClaimKind) throws {
        let clean = try #require(Self.clean[kind])
        let file = Self.file(kind, defect)
        let planted = file.summary.defects[defect] ?? 0
        #expect(file.summary.defects.count == (Self.isPossible(defect, kind) ? 1 : 0))
        #expect((planted > 0) == Self.isPossible(defect, kind))
        #expect(file.claims.count == Self.count)
        #expect(file.levels.count == clean.levels.count)
        let claims = zip(file.claims, clean.claims).count { $0 != $1 }
        let levels = zip(file.levels, clean.levels).count { $0.segments != $1.segments }
        switch defect.scope {
        case .trailer: #expect(planted == 1 && claims == 0 && levels == 0)
        case .claim where defect == .blankSegment:
            #expect(claims == 0 && file.bytes.count == clean.bytes.count + planted)
        case .claim: #expect(claims == planted && levels == 0)
        default: #expect(claims == 0 && levels == planted)
        }
        guard defect.scope != .trailer else { return }
        // The trailer counts what a reader sees, so that only the claim is wrong.
        #expect(file.all("SE")[0][1] == String(file.segments.count - 4))
    }

    /// The first claim that the defect was planted in, beside what it was.
    static func pair(
        _ defect: ClaimDefect, _ kind: ClaimKind = .professional
    ) throws -> (spoiled: [[String]], clean: [[String]]) {
        let clean = try #require(Self.clean[kind]).claims
        return try #require(zip(Self.file(kind, defect).claims, clean).first { $0 != $1 })
    }

    /// The first level that the defect was planted in, beside what it was.
    static func levels(
        _ defect: ClaimDefect
    ) throws -> (spoiled: [[String]], clean: [[String]]) {
        let clean = try #require(Self.clean[.professional]).levels.map(\.segments)
        let spoiled = Self.file(.professional, defect).levels.map(\.segments)
        return try #require(zip(spoiled, clean).first { $0 != $1 })
    }

    // MARK: Segments and elements

    @Test func segmentsAreSpoiledAsNamed() throws {
        #expect(try Self.pair(.unknownSegment).spoiled[1] == ["XYZ", "1"])
        for kind in ClaimKind.allCases {
            let missing = try Self.pair(.missingService, kind)
            #expect(missing.spoiled.lineCharges.count == missing.clean.lineCharges.count - 1)
            let moved = try Self.pair(.segmentOutOfOrder, kind).spoiled.map { $0[0] }
            let line = try #require(moved.firstIndex(of: "LX"))
            #expect(moved[line - 1].hasPrefix("SV"))
            let repeated = try Self.pair(.repeatedSegment, kind)
            #expect(repeated.spoiled.lineCharges.count == repeated.clean.lineCharges.count + 1)
        }
        let undiagnosed = try Self.pair(.missingDiagnosis).spoiled
        #expect(!undiagnosed.codes.contains { $0[0] == "ABK" })
        let undated = try Self.pair(.missingStatementDates, .institutional).spoiled
        #expect(undated.element(3, of: "DTP", "434") == nil)
        let fused = try Self.pair(.missingTerminator)
        #expect(fused.spoiled.count == fused.clean.count - 1)
        #expect(fused.spoiled[0].count > fused.clean[0].count)
    }

    @Test func elementsAreSpoiledAsNamed() throws {
        #expect(try Self.pair(.badCode).spoiled[0][5].components[1] == "Q")
        #expect(try Self.pair(.missingElement).spoiled[0][8] == "")
        #expect(try Self.pair(.elementTooLong).spoiled[0][1].count > 38)
        #expect(try Self.pair(.tooManyElements).spoiled.all("LX")[0] == ["LX", "1", "", "EXTRA"])
        #expect(try Self.pair(.trailingSeparators).spoiled.all("LX")[0] == ["LX", "1", "", ""])
        let numbers = try Self.pair(.badProviderDigit).spoiled.all("NM1")
            .filter { $0.count > 9 && $0[8] == "XX" }.map { $0[9] }
        #expect(numbers.count { !$0.isProviderNumber } == 1)
        for kind in ClaimKind.allCases {
            let days = try Self.pair(.badDate, kind).spoiled.days
            #expect(days.count { $0.hasSuffix("0231") } == 1)
        }
    }

    // MARK: Meaning

    @Test(arguments: ClaimKind.allCases)
    func amountsAreSpoiledAsNamed(kind: ClaimKind) throws {
        let total = try Self.pair(.chargeImbalance, kind)
        #expect(total.spoiled[0][2].cents == total.spoiled.lineCharges.reduce(700, +))
        let decision = try Self.pair(.lineAdjudicationImbalance, kind)
        #expect(
            decision.spoiled.all("SVD")[0][2].cents == decision.clean.all("SVD")[0][2].cents + 700)
        let paid = try Self.pair(.payerPaidImbalance, kind)
        let amounts = [paid.spoiled, paid.clean].map { $0.element(2, of: "AMT", "D")?.cents ?? 0 }
        #expect(amounts[0] == amounts[1] + 700)
        #expect(paid.spoiled.all("SVD") == paid.clean.all("SVD"))
    }

    @Test func diagnosesAreSpoiledAsNamed() throws {
        for kind in [ClaimKind.professional, .dental] {
            let claim = try Self.pair(.absentDiagnosisPointer, kind).spoiled
            let line = try #require(claim.all("SV1", "SV3").first)
            let pointer = try #require(Int(line[kind == .dental ? 11 : 7]))
            #expect(pointer == claim.codes.count + 1)
        }
        for kind in ClaimKind.allCases {
            #expect(try Self.pair(.badDiagnosisForm, kind).spoiled.codes[0][1] == "ZZZZZ")
            let mixed = try Self.pair(.mixedDiagnoses, kind).spoiled.codes
            #expect(mixed[0][0] == "ABK")
            #expect(mixed.contains { $0[0] == "BF" && $0[1] == "25000" })
        }
    }

    @Test(arguments: ClaimKind.allCases)
    func claimsAreSpoiledAsNamed(kind: ClaimKind) throws {
        let days = try Self.pair(.endBeforeStart, kind).spoiled.days
        #expect(days[1] < days[0])
        let replacement = try Self.pair(.missingOriginalReference, kind).spoiled
        #expect(replacement[0][5].components[2] == "7")
        let own = replacement.prefix { $0[0] != "SBR" && $0[0] != "LX" }
        #expect(!own.contains { $0[0] == "REF" && $0[1] == "F8" })
    }

    @Test func duplicatesStandBehindTheOriginal() throws {
        for (defect, isSame) in [(ClaimDefect.duplicateClaim, true), (.repeatedClaimNumber, false)]
        {
            let file = Self.file(.professional, defect)
            let planted = try #require(file.summary.defects[defect])
            let claims = file.levels.flatMap { level in zip(level.claims, level.claims.dropFirst())
            }
            let repeats = claims.filter { $0[0][1] == $1[0][1] }
            #expect(repeats.count == planted)
            #expect(repeats.allSatisfy { ($0 == $1) == isSame })
        }
    }

    // MARK: Levels and trailers

    @Test func levelsAreSpoiledAsNamed() throws {
        let unborn = try Self.levels(.birthInFuture).spoiled
        #expect(try #require(unborn.element(2, of: "DMG", "D8")) > "20250701")
        #expect(try Self.levels(.missingName).spoiled.element(3, of: "NM1", "IL") == "")
        #expect(try Self.levels(.missingMemberID).spoiled.element(9, of: "NM1", "IL") == nil)
        let control = try Self.levels(.controlCharacter).spoiled
        #expect(try #require(control.element(3, of: "NM1", "IL")).utf8.contains(0x07))
        let latin = Self.file(.professional, .latin1Name)
        #expect(latin.bytes.contains(0xD1))
        #expect(String(validating: latin.bytes, as: UTF8.self) == nil)

        #expect(try Self.levels(.unknownParent).spoiled[0][2] == "999999999")
        let repeated = try Self.levels(.repeatedLevel).spoiled[0]
        #expect(repeated[1] == repeated[2])
        let flag = try Self.levels(.wrongChildFlag)
        #expect(Set([flag.spoiled[0][4], flag.clean[0][4]]) == ["0", "1"])
        let homeless = try Self.levels(.missingAddress)
        #expect(homeless.clean[3][0] == "N3" && homeless.spoiled[3][0] == "N4")
        let billing = try Self.levels(.badBillingDigit).spoiled
        #expect(try #require(billing.element(9, of: "NM1", "85")).isProviderNumber == false)
    }

    @Test func trailersAreSpoiledAsNamed() {
        let file = WrittenClaims(.dental, 30) {
            $0.defectRate = 1
            $0.transactionSize = 10
            $0.defectKinds = [.wrongSegmentCount, .wrongControlNumber]
        }
        #expect(file.summary.defects == [.wrongSegmentCount: 3, .wrongControlNumber: 3])
        let numbers = zip(file.all("ST"), file.all("SE")).map { [$0[2], $1[2]] }
        #expect(numbers.allSatisfy { $0[0] != $0[1] })
    }

    @Test func namesAreInKebabCase() {
        for defect in ClaimDefect.allCases {
            #expect(defect.rawValue.wholeMatch(of: /[a-z1]+(-[a-z1]+)*/) != nil)
        }
    }
}
