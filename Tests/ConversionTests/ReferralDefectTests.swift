import Foundation
import Synthesis
import Testing

/// Generated referrals: what is planted is found by its rule, and nothing else is.
struct ReferralDefectTests {
    static func generated(
        _ count: Int, seed: UInt64 = 1, _ defects: [ReferralDefect] = [], rate: Double = 0.3
    ) -> (bytes: Data, planted: [ReferralDefect: Int]) {
        var options = ReferralSynthesis.Options(records: count, seed: seed)
        options.defectRate = defects.isEmpty ? 0 : rate
        options.defectKinds = defects
        var data = Data()
        let summary = ReferralSynthesis(options).write { data += $0 }
        return (data, summary.defects)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func nothingIsFoundWhereNothingIsPlanted(_ seed: UInt64) throws {
        let bytes = Self.generated(150, seed: seed).bytes
        let outcome = try Trial()(bytes)
        #expect(outcome.flaws(of: bytes).isEmpty)
        #expect(outcome.rules == [])
        #expect(outcome.records.count == 150)
    }

    /// Of each defect the rules that find it.
    static let rules: [ReferralDefect: Set<String>] = [
        .unknownElement: ["xml.schema.element"],
        .badDate: ["xml.schema.value"],
        .badCode: ["xml.schema.value"],
        .unknownStatus: ["xml.schema.value"],
        .missingName: ["xml.schema.element"],
        .missingReceiver: ["referral.receiver.missing"],
        .endBeforeStart: ["referral.period.reversed"],
        .birthInFuture: ["referral.birth.future"],
        .shortMemberNumber: ["referral.member.digits"],
        .wrongCheckDigit: ["referral.npi.invalid"],
        .wrongAge: ["referral.program.age"],
        .wrongNeedCode: ["referral.need.code"],
        .statusJump: ["referral.status.transition"],
        .deniedConsent: ["referral.consent.denied"],
        .missingCriteria: ["referral.criteria.health"],
    ]

    @Test(arguments: ReferralDefect.allCases)
    func aDefectIsFoundByItsRule(_ defect: ReferralDefect) throws {
        let (bytes, planted) = Self.generated(60, [defect])
        let outcome = try Trial()(bytes)
        let count = try #require(planted[defect])
        let rules = try #require(Self.rules[defect])
        #expect(outcome.flaws(of: bytes).isEmpty)
        #expect(Set(outcome.rules) == rules)
        let found = (outcome.records + outcome.rejects).count { $0.findings?.isEmpty == false }
        #expect(found == count)
    }

    @Test func theSameSeedGivesTheSameBytes() {
        #expect(Self.generated(20, seed: 5).bytes == Self.generated(20, seed: 5).bytes)
        #expect(Self.generated(20, seed: 5).bytes != Self.generated(20, seed: 6).bytes)
    }
}
