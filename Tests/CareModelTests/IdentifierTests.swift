import CareModel
import Testing

struct IdentifierTests {
    @Test(arguments: [
        ("2417000017", true), ("2417000025", true), ("1234567893", true), ("1245319599", true),
        ("2417000018", false), ("2417000071", false), ("241700001", false),
        ("24170000170", false), ("241700001A", false), ("0000000000", false),
    ])
    func anNPIHasACheckDigit(_ text: String, _ isValid: Bool) throws {
        #expect((NPI(try #require(Text(text))) != nil) == isValid)
    }

    /// One digit changed, or two neighbours swapped, other than 0 and 9.
    @Test func anNPIDoesNotTakeErrorsOfTyping() throws {
        let right = Array("2417000058".utf8)
        for index in right.indices {
            for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != right[index] {
                var wrong = right
                wrong[index] = digit
                #expect(NPI(try #require(Text(String(decoding: wrong, as: UTF8.self)))) == nil)
            }
        }
        for index in right.indices.dropLast() where right[index] != right[index + 1] {
            var wrong = right
            wrong.swapAt(index, index + 1)
            #expect(NPI(try #require(Text(String(decoding: wrong, as: UTF8.self)))) == nil)
        }
    }

    @Test(arguments: [
        ("110999999B", true), ("110999999b", true), ("1109999999", false), ("110999999", false),
        ("A10999999B", false), ("110999999BB", false), ("110999999É", false),
    ])
    func aPIDSLIsNineDigitsAndALetter(_ text: String, _ isValid: Bool) throws {
        #expect((PIDSL(try #require(Text(text))) != nil) == isValid)
    }

    @Test(arguments: [
        ("100000000001", "100000000001"), (" 0123 ", "0123"), ("A-1", "A-1"), ("  ", nil),
    ])
    func aMemberIDIsTextAsSent(_ string: String, _ text: String?) {
        #expect(MemberID(string)?.text.string == text)
    }
}
