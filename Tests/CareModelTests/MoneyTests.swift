import CareModel
import Testing

struct MoneyTests {
    static let cases: [(text: String, description: String?, scale: Int)] = [
        ("0", "0", 0),
        ("50", "50", 0),
        ("50.00", "50.00", 2),
        ("50.0", "50.0", 1),
        (".5", "0.5", 1),
        ("-.05", "-0.05", 2),
        ("5.", "5", 0),
        ("-12.50", "-12.50", 2),
        ("007", "7", 0),
        ("00.10", "0.10", 2),
        ("999999999999999999", "999999999999999999", 0),
        ("0.000000000000000001", nil, 0),
        ("1234567890123456789", nil, 0),
        ("1,000.00", nil, 0),
        ("$5", nil, 0),
        ("+5", nil, 0),
        ("1e3", nil, 0),
        ("1.2.3", nil, 0),
        ("--5", nil, 0),
        ("5-", nil, 0),
        ("-", nil, 0),
        (".", nil, 0),
    ]

    @Test(arguments: cases)
    func digitsAreKept(_ text: String, _ description: String?, _ scale: Int) throws {
        let money = Money(try #require(Text(text)))
        #expect(money?.description == description)
        if let money { #expect(money.scale == scale) }
    }

    @Test func scaleTellsAmountsApart() {
        #expect(Money(units: 5000, scale: 2) != Money(units: 50))
        #expect(Money(units: 5000, scale: 2) == Text("50.00").flatMap { Money($0) })
    }
}
