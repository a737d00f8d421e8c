import Diagnostics
import Testing

struct TextSearchTests {
    @Test(
        arguments: [
            ("", "", true), ("a", "", true), ("", "a", false), ("abc", "abc", true),
            ("abc", "bc", true), ("abc", "ab", true), ("abc", "ac", false), ("aab", "ab", true),
            ("abc", "abcd", false), ("Mañana", "ñ", true), ("[h]:mm", "[h", true),
        ])
    func holds(_ text: String, _ words: String, _ isThere: Bool) {
        #expect(text.holds(words) == isThere)
    }
}
