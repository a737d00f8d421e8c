import Foundation

/// Inputs of many documents and referrals; the tags by which a part of them may end are not always
/// what they seem.
enum DocumentStreams {
    static let referrals = (1...40).map { ReferralText.referral($0) }

    static let all: [(name: String, bytes: [UInt8])] =
        (lists + streams).map { ($0.name, Array($0.text.utf8)) } + [("two bytes a unit", wide)]

    private static let plain = ReferralText.file(referrals)
    private static let wrong = ReferralText.referral(7, to: "")
    private static let declared = "<?xml version=\"1.0\"?>\n"
    private static let request = ReferralText.request

    private static func inside(_ text: String) -> String {
        ReferralText.file(referrals + [text] + referrals)
    }

    private static let lists: [(name: String, text: String)] = [
        ("referrals", plain),
        ("one line", plain.replacing("\n", with: "")),
        (
            "a prefix",
            plain.replacing("xmlns=", with: "xmlns:t=").replacing("</", with: "</t:")
                .replacing(#/<([a-z])/#) { "<t:\($0.1)" }
        ),
        ("wrong ones", inside(wrong + referrals[0] + wrong + wrong)),
        ("a stray", inside("<x>1</x>")),
        ("an empty one", inside("<referral/>")),
        ("text", inside("text")),
        ("a comment", inside("<!-- </referral> -->")),
        (
            "a section",
            inside(
                ReferralText.referral(
                    1,
                    to: "<organization><name><![CDATA[</referral><?xml ]]></name></organization>"))
        ),
        ("broken", plain.replacing("R-20\"", with: "R-20\" <") + plain),
        ("cut", String(plain.dropLast(500))),
        ("Latin", plain.replacing("?>", with: " encoding=\"ISO-8859-1\"?>")),
    ]

    /// A document in UTF-16 among others, and a line end in it before many that have none.
    private static let wide: [UInt8] = {
        let other = "<?xml version=\"1.0\"?><a/>"
        let others = Array(String(repeating: other, count: 60).utf8)
        let units = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<a>\n</a>".utf16
        return Array(plain.utf8) + others
            + units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] } + others
    }()

    private static let streams: [(name: String, text: String)] = [
        ("files", (1...20).map { ReferralText.file(Array(referrals.prefix($0))) }.joined()),
        ("no declarations", (1...20).map { _ in ReferralText.note }.joined()),
        ("comments", (1...20).map { _ in request + "<!-- <?xml -->\n<?p?>" }.joined()),
        ("declarations", (1...20).map { _ in declared + ReferralText.note }.joined()),
        (
            "some declarations",
            (1...20).map { ($0 % 3 == 0 ? declared : "") + ReferralText.note }.joined()
        ),
        (
            "kinds",
            (1...9).map { number in
                request + ReferralText.file(Array(referrals.prefix(number))) + declared
                    + ReferralText.note
            }.joined()
        ),
        ("a foreign one", plain + declared + "<a/>\n" + plain),
        ("trailing", plain + "text" + plain),
        ("none", "<a/>" + plain),
        (
            "records first",
            String(repeating: declared + ReferralText.record, count: 9) + plain
        ),
        ("records alone", String(repeating: declared + ReferralText.record, count: 9)),
        ("a doctype first", "<!DOCTYPE a><a/>" + plain),
        ("an empty list", ReferralText.file([]) + "<a/>" + plain),
    ]
}
