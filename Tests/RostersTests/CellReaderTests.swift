import Diagnostics
import Rosters
import TableGrammar
import TableSyntax
import Testing

/// What each type of column takes for a value, what it says of others, and what the record keeps.
struct CellReaderTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let column: String
        let text: String
        let kept: String
        let found: [String]
        let kind: TableCell.Kind

        /// - Parameter kept: the value of the record; as sent where nothing is said.
        init(
            _ column: String, _ text: String, kept: String? = nil, _ found: [String] = [],
            kind: TableCell.Kind = .text
        ) {
            self.column = column
            self.text = text
            self.kept = kept ?? text
            self.found = found
            self.kind = kind
        }

        var testDescription: String { "\(column.prefix(40)): \(text.prefix(40).debugDescription)" }
    }

    static let member = "memberId  12  RVL  MH  member.id"
    static let date = "date  10  R  MH  enrollment.start"
    static let text = "text  5  R  MH  member.residence.city"
    static let sex = "code  1  R  MH  member.sex\n~ M  F  U\n? X"
    static let reason = "code  105  R  MH  enrollment.startReason\n~ @start-reason"
    static let zip = "zip  5  R  MH  member.residence.postalCode"
    static let plusFour = "zip  4  O  MH  member.residence.plusFour"
    static let anyZIP = "zip  50  R  MH  member.residence.postalCode"
    static let phone = "phone  10  R  MH  member.phone"
    static let npi = "npi  10  R  MH  pcp.npi"
    static let pid = "pid  9  R  MH  cp.pid"
    static let pidsl = "pidsl  10  R  MH  cp.pidsl"
    static let state = "state  2  R  MH  member.mailing.state"
    static let number = "number  10  O  MH  statistics.edVisits"
    static let money = "money  -  R  MH  payment.amount"
    static let score = "number  -  O  MH  statistics.riskScore"
    static let email = "email  60  O  MH  member.email"
    static let flag = "flag  1  O  MH  flags.dmh"

    static let listedText = "text  -  R  MH  member.residence.city\n~ SMITH  N/A - Child\n? NULL"
    static let listedNumber = "number  10  O  MH  statistics.edVisits\n~ 1  2.50  -3\n? 7"
    static let listedMoney = "money  -  R  MH  payment.amount\n~ 50.00"
    static let listedDate = "date  10  R  MH  enrollment.start\n~ 20240101\n? 20240201"

    /// What a layout lists is compared whatever the type; numbers and days in whatever form.
    static let listed: [Case] = [
        Case(listedText, "SMITH"), Case(listedText, "NULL", ["note roster.code.tolerated"]),
        Case(listedText, "smith", ["note roster.code.case"]),
        Case(listedText, "BROWN", ["warning roster.code.unknown"]),
        Case(listedNumber, "1"), Case(listedNumber, "2.5"), Case(listedNumber, "-3.0"),
        Case(listedNumber, "01"), Case(listedNumber, "7", ["note roster.code.tolerated"]),
        Case(listedNumber, "3", ["warning roster.code.unknown"]),
        Case(listedNumber, "x", ["warning roster.number.form"]),
        Case(listedMoney, "50"), Case(listedMoney, "50.01", ["warning roster.code.unknown"]),
        Case(listedDate, "20240101"),
        Case(
            listedDate, "2024-01-01", kept: "20240101", ["note roster.date.tolerated"]),
        Case(listedDate, "20240201", ["note roster.code.tolerated"]),
        Case(listedDate, "20240102", ["warning roster.code.unknown"]),
    ]

    /// A number that a sheet keeps as 100000000999.0 is that number; text with a point is told of.
    static let sheetNumbers: [Case] = [
        Case(member, "100000000999.0", kept: "100000000999", kind: .number),
        Case(pid, "110000999.0", kept: "110000999", kind: .number),
        Case(npi, "1234567893.0", kept: "1234567893", kind: .number),
        Case(phone, "6175550123.0", kept: "6175550123", kind: .number),
        Case(zip, "02118.0", kept: "02118", kind: .number),
        Case(date, "19631017.0", kept: "19631017", kind: .number),
        Case("code  2  R  MH  member.sex\n~ 1  2", "1.0", kept: "1", kind: .number),
        Case(
            "code  2  R  MH  member.sex\n~ 1  2", "1.0", ["warning roster.code.unknown"]),
        Case(money, "50.0", kind: .number),
    ]

    static let memberIds: [Case] = [
        Case(member, "100000000999"),
        Case(member, " 100000000999\n", kept: "100000000999", ["note roster.member.blanks"]),
        Case(member, "\u{A0}100000000999", kept: "100000000999", ["note roster.member.blanks"]),
        Case(member, "\u{FEFF}100000000999", kept: "100000000999", ["note roster.member.blanks"]),
        Case(
            member, "100000000999\u{200B}\u{A0}", kept: "100000000999",
            ["note roster.member.blanks"]),
        Case(member, "100000\u{A0}000999", ["error roster.member.form"]),
        Case(member, "100000\u{200B}000999", ["error roster.member.form"]),
        Case(member, "\u{A0}\u{200B}\u{FEFF}", kept: "", ["error roster.value.missing"]),
        Case(member, "1.00000000999E+11", ["error roster.sheet.scientific"]),
        Case(member, "1E+11", ["error roster.sheet.scientific"]),
        Case(member, "1.00001E+11", ["error roster.sheet.scientific"], kind: .number),
        Case(
            member, "=\"100000000999\"", kept: "100000000999", ["warning roster.sheet.formula"]),
        Case(member, "100000000999\"", ["error roster.member.form"]),
        Case(member, "100-000-000-999", kept: "100000000999", kind: .number),
        Case(member, "100-000-000-999", ["error roster.member.form"]),
        Case(date, "19631017.0", kept: "19631017", ["warning roster.sheet.decimal"]),
        Case(date, "=\"19631017\"", kept: "19631017", ["warning roster.sheet.formula"]),
        Case(date, "19631017.5", ["error roster.date.invalid"]),
        Case(member, "100000000999.0", kept: "100000000999", ["warning roster.sheet.decimal"]),
        Case(
            member, "99.00", kept: "99",
            ["warning roster.sheet.decimal", "error roster.sheet.zeros"]),
        Case(member, "10000000999", ["error roster.sheet.zeros"]),
        Case(member, "1000000009990", ["error roster.member.form"]),
        Case(member, "10000000099A", ["error roster.member.form"]),
        Case(member, "100-000-0009", ["error roster.member.form"]),
        Case(member, "", ["error roster.value.missing"]),
        Case(member, "  ", kept: "", ["error roster.value.missing"]),
        Case(
            member, "NULL", kept: "",
            ["note roster.value.placeholder", "error roster.value.missing"]),
        Case(
            member, "#N/A", kept: "", ["warning roster.sheet.error", "error roster.value.missing"],
            kind: .error),
    ]

    static let dates: [Case] = [
        Case(date, "20190701"),
        Case(date, "20190701", kind: .number),
        Case(date, "2019-07-01", kept: "20190701", ["note roster.date.tolerated"]),
        Case(date, "2019-07-01", kept: "20190701", ["note roster.date.tolerated"], kind: .date),
        Case(date, "7/1/2019", kept: "20190701", ["note roster.date.tolerated"]),
    ]

    /// Cells that are dates, in all forms of ISO 8601 that spreadsheets write.
    static let sheetDates: [Case] =
        [
            "2019-07-01T00:00:00", "2019-07-01T00:00", "2019-07-01T00:00:00.000",
            "2019-07-01T00:00:00Z", "2019-07-01T00:00:00.000Z", "2019-07-01T13:30:00.5Z",
            "2019-07-01T00:00:00+00:00", "2019-07-01T04:00-05:00",
        ].map {
            Case(date, $0, kept: "20190701", ["note roster.date.tolerated"], kind: .date)
        }
        + [
            "2019-07-01T", "2019-07-01T00", "2019-07-01T24:00", "2019-07-01T00:60",
            "2019-07-01T00:00:60", "2019-07-01T00:00:00.", "2019-07-01T00:00ZZ",
            "2019-07-01T00:00+0", "2019-02-30T00:00:00Z", "2019-07-01 00:00",
        ].map { Case(date, $0, ["error roster.date.invalid"], kind: .date) }
        + [Case(date, "2019-07-01T00:00:00Z", ["error roster.date.invalid"])]

    static let otherDates: [Case] = [
        Case(date, " 20190701 ", kept: "20190701"),
        Case(date, "22991231"),
        Case(date, "20190230", ["error roster.date.invalid"]),
        Case(date, "2019-02-30", ["error roster.date.invalid"]),
        Case(date, "13/1/2019", ["error roster.date.invalid"]),
        Case(date, "7/1/19", ["error roster.date.invalid"]),
        Case(date, "soon", ["error roster.date.invalid"]),
        Case(date, "43647", ["error roster.date.serial"]),
        Case(date, "43647.5", ["error roster.date.serial"], kind: .number),
        Case(date, "18991231", ["warning roster.date.early"]),
        Case(date, "N/A", kept: "", ["note roster.value.placeholder"]),
        Case(date, "########", kept: "", ["warning roster.sheet.error"]),
        Case(
            "date  -  R  MH  enrollment.start\ndate YYYY-MM-DD  M/D/YYYY", "2019-07-01",
            kept: "20190701"),
        Case(
            "date  -  R  MH  enrollment.start\ndate M/D/YYYY h:mm", "7/1/2019 0:00",
            kept: "20190701"),
        Case(
            "date  -  R  MH  enrollment.start\ndate M/D/YYYY h:mm", "7/1/2019 25:00",
            ["error roster.date.invalid"]),
        Case(
            "date  -  R  MH  enrollment.start  inferred", "soon", ["warning roster.date.invalid"]),
    ]

    static let texts: [Case] =
        [
            Case(text, "Lynn"),
            Case(text, " Lynn\t", kept: "Lynn"),
            Case(text, "\u{2009}Lynn\u{202F}\u{3000}", kept: "Lynn"),
            Case(text, "\u{A0} \u{200B}", kept: ""),
            Case(text, "José!"),
            Case(text, "Josésé", ["warning roster.value.width"]),
            Case(text, "Boston", ["warning roster.value.width"]),
            Case(text, "a\nb", ["note roster.value.lines"]),
            Case(text, "#12"),
            Case(text, "#REF!", kept: "", ["warning roster.sheet.error"]),
            Case(text, "(null)", kept: "", ["note roster.value.placeholder"]),
            Case(text, "N/A"),
            Case(text, "\\N", kept: "", ["note roster.value.placeholder"]),
            Case("text  9  R  MH  member.name.last", "NULL"),
            Case("text  9  R  MH  member.name.first", "Null"),
            Case(
                "text  9  R  MH  member.name.suffix", "NULL", kept: "",
                ["note roster.value.placeholder"]),
            Case(
                "text  9  R  MH  member.name.middle", "NULL", kept: "",
                ["note roster.value.placeholder"]),
        ]
        + ["\\N", "\\n", "(null)", "<null>", "<NULL>"].map {
            Case(
                "text  9  R  MH  member.name.last", $0, kept: "",
                ["note roster.value.placeholder"])
        } + [
            Case("text  9  R  MH  member.name.last", "<x>"),
            Case(
                "text  20  O  AM  plan.healthPlanId", "1.23457E+11",
                ["warning roster.sheet.scientific"]
            ),
            Case("text  5  RV  MH  -", "", ["warning roster.value.missing"]),
            Case("text  5  RV  MH  -  found", "", ["error roster.value.missing"]),
            Case("text  5  R  MH  -  found", "Boston", ["error roster.value.width"]),
        ]

    static let codes: [Case] = [
        Case(sex, "F"),
        Case(sex, "f", ["note roster.code.case"]),
        Case(sex, "X", ["note roster.code.tolerated"]),
        Case(sex, "Female", ["warning roster.code.unknown"]),
        Case(reason, "Enrollee Requested Change"),
        Case(reason, "ENROLLEE REQUESTED CHANGE", ["note roster.code.case"]),
        Case(reason, "Enrollee Requested Changes", ["warning roster.code.unknown"]),
        Case(reason, "Enrollee Request3d Change", ["warning roster.code.unknown"]),
        Case(flag, "Y"),
        Case(flag, "N"),
        Case(flag, "1", ["warning roster.code.unknown"]),
        Case(flag, "y", kept: "Y", ["note roster.code.case"]),
        Case(flag, " n ", kept: "N", ["note roster.code.case"]),
        Case(sex, "x", ["note roster.code.tolerated"]),
    ]

    static let addresses: [Case] = [
        Case(zip, "02118"),
        Case(zip, "2118", ["warning roster.zip.padding"]),
        Case(
            zip, "2118.0", kept: "2118",
            ["warning roster.sheet.decimal", "warning roster.zip.padding"]),
        Case(zip, "021181234", ["warning roster.zip.form"]),
        Case(zip, "K1A 0B1", ["warning roster.zip.form"]),
        Case(plusFour, "1234"),
        Case(plusFour, "23", ["warning roster.zip.padding"]),
        Case(anyZIP, "02118-1234"),
        Case(anyZIP, "021181234"),
        Case(anyZIP, "21181234", ["warning roster.zip.padding"]),
        Case(anyZIP, "02118-123", ["warning roster.zip.form"]),
        Case(state, "MA"),
        Case(state, "PR"),
        Case(state, "ma", ["warning roster.state.form"]),
        Case(state, "XX", ["warning roster.state.form"]),
        Case(state, "Massachusetts", ["warning roster.state.form"]),
        Case(phone, "6175550123"),
        Case(phone, "(617) 555-0123", ["warning roster.phone.form"]),
        Case(phone, "(617) 555-0123", kept: "6175550123", kind: .number),
        Case(phone, "(017) 555-012", ["warning roster.phone.form"], kind: .number),
        Case(phone, "6175550123.0", kept: "6175550123", ["warning roster.sheet.decimal"]),
        Case(phone, "6.17555E+09", ["warning roster.sheet.scientific"]),
        Case(email, "a.b@example.org"),
        Case(email, "a.b@example", ["warning roster.email.form"]),
        Case(email, "a@b@example.org", ["warning roster.email.form"]),
        Case(email, "a@x.org; b@x.org", ["warning roster.email.form"]),
    ]

    static let numbers: [Case] = [
        Case(npi, "1234567893"),
        Case(npi, "1234567890", ["warning roster.npi.form"]),
        Case(npi, "0000000000", ["warning roster.npi.form"]),
        Case(pid, "110999999"),
        Case(pid, "10999999", ["warning roster.sheet.zeros"]),
        Case(pid, "110999999B", ["warning roster.provider.form"]),
        Case(pid, "000000000", ["warning roster.provider.form"]),
        Case(pidsl, "110999999B"),
        Case(pidsl, "110999999b", ["note roster.provider.case"]),
        Case(pidsl, "110999999", ["warning roster.provider.form"]),
        Case(number, "3"),
        Case(number, "-3"),
        Case(number, "+5", ["warning roster.number.form"]),
        Case(number, "5."),
        Case(number, "1,000", ["warning roster.number.form"]),
        Case(number, "12345678901", ["warning roster.value.width"]),
        Case(money, "-12.50"),
        Case(money, "$12.50", ["warning roster.number.form"]),
        Case(score, "1.23456789012345678"),
        Case(score, "1.23456789012345678901", ["warning roster.number.form"]),
        Case(money, "1.2E+05", ["warning roster.sheet.scientific"]),
        Case(money, "1.2E7", kept: "12000000", kind: .number),
        Case(number, "1.2E7", kept: "12000000", kind: .number),
        Case(number, "1.2E11", kept: "120000000000", ["warning roster.value.width"], kind: .number),
        Case(money, "1E-300", ["warning roster.number.form"], kind: .number),
        Case(money, "1.2E20", ["warning roster.sheet.scientific"], kind: .number),
        Case(date, "2.02E7", kept: "20200000", ["error roster.date.invalid"], kind: .number),
        Case(date, "1.9800102E7", kept: "19800102", kind: .number),
        Case(date, "1.9800102E7", ["error roster.date.invalid"]),
        Case(date, "4.4562E4", kept: "44562", ["error roster.date.serial"], kind: .number),
    ]

    static let all =
        memberIds + listed + sheetNumbers + dates + sheetDates + otherDates + texts + codes
        + addresses + numbers

    @Test(arguments: all)
    func value(_ test: Case) throws {
        let table = try SampleTable(SampleTable.layout(column: test.column), ["Column"])
        table.keep([[test.text]])
        let row = SampleRow([test.text], kind: test.kind)
        var reading = RowReading()
        table.reader.read(row.row, &reading)
        #expect(reading.findings.map(\.told) == test.found)
        let kept = String(decoding: reading.text(reading.slot(ofColumn: 0)), as: UTF8.self)
        #expect(kept == test.kept)
        withExtendedLifetime(row) {}
        // A finding is about this cell, and its words are ours.
        for finding in reading.findings {
            #expect(finding.range == ByteRange(0, test.text.utf8.count))
            #expect(finding.place.description == "Column")
        }
    }

    /// Text that needs no escaping is known as such, and no other.
    @Test(arguments: ["Lynn", " Lynn", "José", "a\"b", "a\\b"])
    func plainTextIsKnown(_ text: String) throws {
        let table = try SampleTable(SampleTable.layout(column: Self.text), ["Column"])
        let row = SampleRow([text])
        var reading = RowReading()
        table.reader.read(row.row, &reading)
        let isPlain =
            !text.contains("\"") && !text.contains("\\") && text.utf8.allSatisfy { $0 < 0x80 }
        #expect(reading.slot(ofColumn: 0).isPlain == isPlain)
    }

    /// Eight digits that are no date of the column are none of the record.
    @Test(arguments: [("YYYY-MM-DDThh:mm:ss", "20181231"), ("MMDDYYYY", "20181231")])
    func aDayOfAnotherFormatIsNone(_ format: String, _ text: String) throws {
        let column = "date  -  R  MH  enrollment.start\ndate \(format)"
        let table = try SampleTable(SampleTable.layout(column: column), ["Column"])
        let row = SampleRow([text])
        var reading = RowReading()
        table.reader.read(row.row, &reading)
        #expect(reading.findings.map(\.told) == ["error roster.date.invalid"])
        #expect(reading.slot(ofColumn: 0).isEmpty)
        #expect(reading.builder.other.map(\.value.string) == [text])
    }

    /// A time beside a date is kept, though the field has the day alone.
    @Test func timeOfDayIsKept() throws {
        let column = "date  -  R  MH  enrollment.start\ndate M/D/YYYY h:mm"
        let table = try SampleTable(SampleTable.layout(column: column), ["Column"])
        let row = SampleRow(["7/1/2019 13:45"])
        var reading = RowReading()
        table.reader.read(row.row, &reading)
        #expect(reading.builder.other.map(\.value.string) == ["7/1/2019 13:45"])
        #expect(reading.builder.other.map(\.place) == ["Column"])
    }

    @Test(arguments: [
        ("Spanish", false), ("EN", true), ("spa", true), ("01", true), ("pt-BR", true),
        ("Lao", false), ("American Sign Language", false), ("ASL", false), ("Mam", false),
        ("YI", false), ("Ki-Swahili", false), ("zh-Hans", true), ("es-419", true), ("Xx-", false),
        ("SPANIS", true), ("Portug", true), ("HAITIA", true), ("French", false), ("POLISH", false),
        ("Arabic", false), ("Vietnamese", false),
    ])
    func languageIsWords(_ text: String, _ isCode: Bool) throws {
        let table = try SampleTable(
            "cp-assignment", ["Medicaid_ID", "Primary_Language_Spoken_Desc"])
        let found = table.findings(SampleRow(["100000000999", text]))
        #expect(found.map(\.told) == (isCode ? ["warning roster.language.code"] : []))
    }

    /// Every two letters, and only those that the Postal Service has.
    @Test func statesAreThoseOfThePostalService() throws {
        let table = try SampleTable(SampleTable.layout(column: Self.state), ["Column"])
        let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { String(UnicodeScalar($0)) }
        let states = letters.flatMap { first in letters.map { first + $0 } }.filter { text in
            table.findings(SampleRow([text])).isEmpty
        }
        #expect(states.count == 62)
        #expect(Set(states).isSuperset(of: ["MA", "DC", "PR", "AE", "WY"]))
    }
}
