import CareModel
import Testing

/// Parts that are kept elsewhere are values all the same.
struct IndirectTests {
    @Test func aPartIsThereOrNot() {
        var kept = Indirect<Money>()
        #expect(kept.wrappedValue == nil)
        kept.wrappedValue = Money(units: 5)
        #expect(kept.wrappedValue == Money(units: 5))
        #expect(kept == Indirect(wrappedValue: Money(units: 5)))
        #expect(kept != Indirect(wrappedValue: Money(units: 6)))
        kept.wrappedValue = nil
        #expect(kept == Indirect())
    }

    @Test func copiesDoNotSeeEachOthersChanges() {
        var claim = Claim()
        claim.providers.rendering = ClaimProvider()
        var copy = claim
        copy.providers.rendering?.npi = Text("1234567893")
        copy.providers.attending = ClaimProvider()
        #expect(claim.providers.rendering?.npi == nil)
        #expect(claim.providers.attending == nil)
        #expect(copy.providers.rendering != claim.providers.rendering)
    }
}
