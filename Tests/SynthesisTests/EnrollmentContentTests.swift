import Testing

@testable import Synthesis

/// What a clean file says must make sense.
@Suite struct EnrollmentContentTests {
    static let daily = WrittenFile(2000, seed: 11)
    static let monthly = WrittenFile(2000, seed: 12) { $0.shape = .monthly }
    typealias Shape = EnrollmentSynthesis.Shape

    static func file(_ shape: Shape) -> WrittenFile {
        shape == .daily ? daily : monthly
    }

    @Test func maintenanceTypesFollowTheShape() {
        let types = Set(Self.daily.all("INS").map { $0[3] })
        #expect(types == ["001", "021", "024"])
        #expect(Set(Self.monthly.all("INS").map { $0[3] }) == ["030"])
        #expect(Self.daily.all("BGN")[0][8] == "2")
        #expect(Self.monthly.all("BGN")[0][8] == "4")
    }

    @Test(arguments: Shape.allCases)
    func onlyPrintableLettersAndNoTrailingSeparators(shape: Shape) {
        let file = Self.file(shape)
        #expect(file.bytes.allSatisfy { (0x20...0x7E).contains($0) })
        #expect(file.segments.allSatisfy { $0.last != "" })
    }

    @Test(arguments: Shape.allCases)
    func recordsAreOfRealisticSize(shape: Shape) {
        let file = Self.file(shape)
        #expect((600...900).contains(file.bytes.count / file.summary.records))
        let lengths = Set(file.members.map(\.count))
        #expect(lengths.count > 30)
    }

    @Test(arguments: Shape.allCases)
    func everyLoopIsThere(shape: Shape) {
        let file = Self.file(shape)
        let loops = [
            ("NM1", "IL"), ("NM1", "31"), ("NM1", "36"), ("NM1", "M8"), ("NM1", "S3"),
            ("NM1", "S1"), ("NM1", "45"), ("NM1", "P3"), ("NM1", "FA"), ("NM1", "IN"),
            ("LS", "2700"), ("LE", "2700"), ("REF", "23"), ("REF", "PID"), ("REF", "F6"),
        ]
        for (segment, qualifier) in loops {
            #expect(!file.all(segment, qualifier).isEmpty, "\(segment)*\(qualifier)")
        }
        for segment in ["HLH", "LUI", "ICM", "DSB", "COB", "AMT", "N1", "LX"] {
            #expect(!file.all(segment).isEmpty, "\(segment)")
        }
    }

    @Test func changesCarryTheWrongNameOrBirthDate() {
        let corrected = Self.daily.members.filter { $0.element(1, of: "NM1", "74") != nil }
        #expect(!corrected.isEmpty)
        for member in corrected {
            #expect(member[0][3] == "001")
            #expect(member.element(1, of: "NM1", "70") != nil)
        }
    }

    @Test(arguments: Shape.allCases)
    func datesMakeSense(shape: Shape) throws {
        let file = Self.file(shape)
        for member in file.members {
            let start = try #require(member.element(3, of: "DTP", "356"))
            let end = try #require(member.element(3, of: "DTP", "357"))
            let birth = try #require(member.element(2, of: "DMG", "D8"))
            #expect(start <= end)
            #expect(birth <= start)
            #expect(birth < "20250701")
            for date in member where date[0] == "DTP" && ["348", "349"].contains(date[1]) {
                #expect(start <= date[3] && date[3] <= end)
            }
            if member[0].count > 12, !member[0][12].isEmpty {
                #expect(member[0][12] == end && end <= "20250701")
            }
        }
    }

    @Test(arguments: Shape.allCases)
    func dependentsFollowTheirSubscriber(shape: Shape) throws {
        let file = Self.file(shape)
        var subscriber: String?
        var subscriberBirth = ""
        var dependents = 0
        for member in file.members {
            let number = try #require(member.element(2, of: "REF", "0F"))
            let birth = try #require(member.element(2, of: "DMG", "D8"))
            if member[0][1] == "Y" {
                #expect(member[0][2] == "18")
                subscriber = number
                subscriberBirth = birth
            } else {
                dependents += 1
                #expect(number == subscriber)
                #expect(member.element(2, of: "REF", "23") != number)
                if member[0][2] != "01" { #expect(birth > subscriberBirth) }
            }
        }
        #expect(dependents > 150)
    }

    /// A number may come twice only when a plan changes: first the end, then the new begin.
    @Test(arguments: Shape.allCases)
    func memberNumbersAreUnique(shape: Shape) {
        let file = Self.file(shape)
        var ends: [String: String] = [:]
        for member in file.members {
            let own = member.element(2, of: "REF", "23") ?? member.element(2, of: "REF", "0F") ?? ""
            #expect(own.count == 12)
            if let end = ends[own] {
                #expect(member[0][3] == "021")
                #expect((member.element(3, of: "DTP", "356") ?? "") > end)
            }
            ends[own] = member.element(3, of: "DTP", "357")
        }
    }

    @Test(arguments: Shape.allCases)
    func noNumberCanBeReal(shape: Shape) {
        let file = Self.file(shape)
        for name in file.all("NM1") where name.count > 9 && name[8] == "34" {
            let digits = Array(name[9].utf8)
            #expect(digits.count == 9)
            #expect(name[9] >= "900010001")
            // Groups 50–99 of these areas are taxpayer numbers.
            #expect((1...49).contains(Int(name[9].dropFirst(3).prefix(2)) ?? 0))
            #expect(name[9].suffix(4) != "0000")
        }
        for contact in file.all("PER") {
            for index in stride(from: 3, to: contact.count, by: 2) {
                if contact[index] == "EM" {
                    #expect(contact[index + 1].hasSuffix("@example.org"))
                } else {
                    #expect(contact[index + 1].count == 10)
                    #expect(contact[index + 1].dropFirst(3).hasPrefix("55501"))
                }
            }
        }
        #expect(file.all("REF", "F6").allSatisfy { $0[2].hasPrefix("0") && $0[2].count == 11 })
    }

    @Test(arguments: Shape.allCases)
    func providerNumbersHaveRightCheckDigits(shape: Shape) {
        let file = Self.file(shape)
        let providers = file.all("NM1").filter { $0.count > 9 && $0[8] == "XX" }
        #expect(!providers.isEmpty)
        for provider in providers {
            let digits = ("80840" + provider[9]).utf8.map { Int($0) - 48 }
            let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
                let weighted = digit.offset % 2 == 1 ? digit.element * 2 : digit.element
                return sum + weighted / 10 + weighted % 10
            }
            #expect(provider[9].count == 10 && sum % 10 == 0)
        }
    }

    @Test(arguments: Shape.allCases)
    func townsHaveOneCountyForEachPostalCode(shape: Shape) throws {
        let file = Self.file(shape)
        var counties: [String: String] = [:]
        for place in file.all("N4") where place.count > 6 {
            let county = try #require(Int(place[6]))
            #expect((1...14).contains(county))
            #expect(place[2] == "MA" && place[3].count == 9 && place[5] == "CY")
            let code = String(place[3].prefix(5))
            #expect(counties[code] == nil || counties[code] == place[6])
            counties[code] = place[6]
        }
        #expect(Set(counties.values).count == 14)
    }

    @Test func terminationsMostlyHaveNoAddress() {
        let ended = Self.daily.members.filter { $0[0][3] == "024" && $0[0][1] == "Y" }
        let withAddress = ended.count { $0.contains { $0[0] == "N4" && $0.count > 6 } }
        #expect(withAddress * 4 < ended.count)
        #expect(ended.allSatisfy { $0[0][8] == "TE" })
    }

    @Test func someNamesAreLong() {
        #expect(Self.daily.all("NM1", "IL").contains { $0[3].utf8.count > 15 })
    }
}
