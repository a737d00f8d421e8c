import Foundation
import Testing

/// Seeded damage: the same every time, on every machine.
struct DamageTests {
    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func neverATrapAndAlwaysBalanced(_ seed: UInt64) throws {
        var dice = Dice(seed)
        let other = EnrollmentText.plain.delimited(element: "|", terminator: "\n")
        let source = Data((EnrollmentText.plain + other).utf8)
        let convert = try Trial()
        for round in 1...100 {
            var bytes = source
            Damage.strike(&bytes, &dice)
            let outcome = try convert(bytes)
            #expect(outcome.flaws(of: bytes).isEmpty, "seed \(seed), round \(round)")
        }
    }

    /// Each came from damage, and once went wrong.
    @Test(
        arguments: [
            "ST*~IEA*~R", "ST*~GE*~R", "GS*BE~IEA*1~", "ST*834*1~INS~IEA*1*1~X", "ISA~",
            "ST*834*0001*005010X220A1~~", "GS*~~~~", "ST*~ISA*", "ST*834*0001~SE*2*0001~~~",
        ])
    func found(_ text: String) throws {
        let outcome = try Trial()(text)
        #expect(outcome.flaws(of: Data(text.utf8)).isEmpty)
    }
}
