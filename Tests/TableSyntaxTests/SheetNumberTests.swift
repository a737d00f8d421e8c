import Testing

@testable import TableSyntax

/// Numbers of sheets come as spreadsheets show them, and no digit that somebody entered is lost.
struct SheetNumberTests {
    @Test(arguments: [
        ("4.3499999999999996", "4.35"), ("1.1000000000000001", "1.1"),
        ("180.30000000000001", "180.3"), ("85.09999999999999", "85.1"),
        ("-85.09999999999999", "-85.1"), ("0.30000000000000004", "0.3"),
        ("99.999999999999999", "100"), ("5.0000000000000003E-2", "0.05"), ("5E-2", "0.05"),
        ("-1.5e-10", "-0.00000000015"), ("43647E-1", "4364.7"),
        ("43647.520833333336", "43647.5208333333"),
        ("0.1234567890123456", "0.123456789012346"), ("999999999999999.9", "1000000000000000"),
        // Rounded once, by the digits that are written, and half up.
        ("0.28499999999999998", "0.285"), ("1.0049999999999999", "1.005"),
        ("4.3499999999999996E0", "4.35"), ("2.6749999999999998", "2.675"),
        ("0.1234567890123445", "0.123456789012345"), ("0.1234567890123444", "0.123456789012344"),
        ("1.00000000000000499", "1"), ("1.00000000000000500", "1.00000000000001"),
        ("2.99999999999999499", "2.99999999999999"), ("-1.0049999999999999", "-1.005"),
        // Up to 18 digits behind the point.
        ("1E-18", "0.000000000000000001"), ("-1.25E-16", "-0.000000000000000125"),
        ("1.2345678901234567E-4", "0.000123456789012346"),
        ("0.0001234567890123456", "0.000123456789012346"),
        // With an exponent and all digits, or more than a number has that was rounded for the eye.
        ("1.00000000999E11", "100000000999"), ("1.00000000999E+11", "100000000999"),
        ("1.9800102E7", "19800102"), ("4.4562E4", "44562"), ("1.5E2", "150"), ("1.50e+02", "150"),
        ("-1.505E2", "-150.5"), ("1.5E0", "1.5"), ("0.0E0", "0"), ("1E3", "1000"),
        ("1.0E5", "100000"),
        ("1.0000000099E11", "100000000990"), ("1.000001E11", "100000100000"),
        ("1.00000000000E+11", "100000000000"), ("1.23456789012345E14", "123456789012345"),
        ("4.3499999999999996E1", "43.5"),
    ])
    func shown(_ text: String, _ shown: String) { #expect(Self.shown(text) == shown) }

    /// What spreadsheets show so already, whole numbers of any length, and what is no number.
    @Test(arguments: [
        "50.00", "85.1", "0", "0.0", "100000000999", "12345678901234567890", "1E+20", "1E-300",
        "1.0E+11", "1.00000E+11", "1.0000000099E+11", "1.00000000999E+14", "1.23457E+11", "1.2E7",
        "1.000000E+11", "1.23456789012345E15",
        "1.2.3E5", "E5", "1E", "1E+", "1E9999", "12 34", "", "-", ".", "1234567890123456.7",
        "0.0000000000000000000", "0.285", "1.005", "4.35",
        "1E-19", "1E-999", "0.1E-40", "-1.5E-300", "5.5511151231257827E-17",
        "1.2345678901234567E-5", "0.00001234567890123456", "0.000000000000000000123456789012345678",
    ])
    func kept(_ text: String) { #expect(Self.shown(text) == text) }

    /// An amount is what it is, however few of its digits are written.
    @Test(arguments: [
        ("1.2E7", "12000000"), ("1.0E+11", "100000000000"), ("1.5E2", "150"), ("-2E-2", "-0.02"),
        ("1E-18", "0.000000000000000001"), ("1E-19", nil), ("1.5E-300", nil), ("1E15", nil),
        ("12000000", nil), ("1.2.3E5", nil), ("E5", nil), ("", nil),
    ])
    func quantity(_ text: String, _ written: String?) {
        let number = Array(text.utf8).withUnsafeBufferPointer { SheetNumber.quantity($0) }
        #expect(number.map { String(decoding: $0, as: UTF8.self) } == written)
    }

    private static func shown(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let shown = bytes.withUnsafeBufferPointer { bytes in
            SheetNumber.needsLook(bytes) ? SheetNumber.shown(bytes) : nil
        }
        return String(decoding: shown ?? bytes, as: UTF8.self)
    }
}
