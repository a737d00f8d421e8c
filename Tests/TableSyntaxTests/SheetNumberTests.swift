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
    ])
    func shown(_ text: String, _ shown: String) { #expect(Self.shown(text) == shown) }

    /// What spreadsheets show so already, whole numbers of any length, and what is no number.
    @Test(arguments: [
        "50.00", "85.1", "0", "0.0", "100000000999", "12345678901234567890", "1E+20", "1E-300",
        "1.00000001009E11", "1.0E+11",
        "1.2.3E5", "E5", "1E", "1E+", "1E9999", "12 34", "", "-", ".", "1234567890123456.7",
        "0.0000000000000000000",
    ])
    func kept(_ text: String) { #expect(Self.shown(text) == text) }

    private static func shown(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let shown = bytes.withUnsafeBufferPointer { bytes in
            SheetNumber.needsLook(bytes) ? SheetNumber.shown(bytes) : nil
        }
        return String(decoding: shown ?? bytes, as: UTF8.self)
    }
}
