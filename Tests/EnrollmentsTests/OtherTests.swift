import Testing

/// What no field holds is under `other`, with its place.
struct OtherTests {
    static let cases: [(segments: String, values: [String: String])] = [
        // Elements that the guide does not use.
        ("PER*IP*NAME*TE*1~", ["2100A/PER-02": "NAME"]),
        ("AMT*C1*1*X~", ["2100A/AMT-03": "X"]),
        ("DMG*D8*20000101*F****US~", ["2100A/DMG-07": "US"]),
        // Elements and components that the standard does not have.
        ("N3*A*B*C*D~", ["2100A/N3-03": "C", "2100A/N3-04": "D"]),
        ("DMG*D8*20000101*F**C:RET:1:X~", ["2100A/DMG-05-4": "X"]),
        // Qualifiers without a value, and values without a qualifier.
        ("AMT*C1~", ["2100A/AMT-01": "C1"]),
        ("PER*IP**TE~", ["2100A/PER-03": "TE"]),
        // Segments without a place.
        ("ZZZ*1*2~", ["2100A": "ZZZ*1*2"]),
        ("BGN*00*1~", ["2100A": "BGN*00*1"]),
        ("NM1*ZZ*1*A~N3*B~", ["2000": "NM1*ZZ*1*A"]),
    ]

    @Test(arguments: cases)
    func aValueWithoutAFieldIsKept(_ segments: String, _ values: [String: String]) throws {
        let reading = Reading(Reading.record(segments))
        let other = try #require(reading.enrollments.first).other
        for (place, value) in values {
            #expect(other.contains { $0.place == place && $0.value.string == value }, "\(other)")
        }
        #expect(!reading.findings.isEmpty)
        #expect(reading.value("coverages/0/plan") == #""PLAN""#)
    }

    @Test func itsBytesAreThoseOfTheInput() throws {
        let reading = Reading(Reading.record("N3*A*B*EXTRA~"))
        let other = try #require(reading.enrollments.first?.other.first)
        #expect(other.bytes.count == 5)
    }
}
