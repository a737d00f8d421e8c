import CareModel
import Diagnostics
import Testing

@testable import Enrollments

struct OutboundFileNameTests {
    /// A path, and what its name says: receiver, kind, day.
    @Test(arguments: [
        ("110999999B.834D.WEB.1223560019.227.txt", "110999999B daily 227"),
        ("110999999H.834M.WEB.2349380011.234.txt", "110999999H monthly 234"),
        ("110999999h.834m.web.2349380011.001", "110999999h monthly 1"),
        ("in/2020.08/110999999B.834D.WEB.1223560019.366.TXT", "110999999B daily 366"),
        ("110999999B.834D.WEB.1223560019.367.txt", nil),
        ("110999999B.834D.WEB.1223560019.000.txt", nil),
        ("110999999B.834D.WEB.122356001.227.txt", nil),
        ("110999999B.834D.WEB.12235600191.227.txt", nil),
        ("110999999B.834X.WEB.1223560019.227.txt", nil),
        ("110999999B.834D.FTP.1223560019.227.txt", nil),
        ("110999999.834D.WEB.1223560019.227.txt", nil),
        ("110999999B.834D.WEB.1223560019.227.gz", "110999999B daily 227"),
        ("a/110999999B.834D.WEB.1223560019.227.txt.gz", "110999999B daily 227"),
        ("110999999B.834D.WEB.1223560019.227.gz.gz", nil), (".gz", nil),
        ("110999999B.834D.WEB.1223560019.227.txt.txt", nil),
        ("110999999B.834D.WEB.1223560019.+27.txt", nil),
        ("a.834", nil), ("", nil), ("/", nil), ("(standard input)", nil),
    ])
    func names(_ path: String, _ expected: String?) {
        let name = OutboundFileName(path).map {
            "\($0.receiver) \($0.isMonthly ? "monthly" : "daily") \($0.day)"
        }
        #expect(name == expected)
    }

    @Test(arguments: [
        (2025, 1, 1, 1), (2025, 3, 1, 60), (2024, 3, 1, 61), (2020, 8, 21, 234),
        (2025, 12, 31, 365), (2024, 12, 31, 366),
    ])
    func daysOfTheYear(_ year: Int, _ month: Int, _ day: Int, _ number: Int) throws {
        let date = try #require(CalendarDate(year: year, month: month, day: day))
        #expect(NameDay.dayOfYear(date) == number)
    }
}
