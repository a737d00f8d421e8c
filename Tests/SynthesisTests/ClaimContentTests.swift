import Testing

@testable import Synthesis

/// What a clean file of claims says must make sense.
@Suite struct ClaimContentTests {
    static let professional = WrittenClaims(.professional, 2000, seed: 11) {
        $0.transactionSize = 700
    }
    static let institutional = WrittenClaims(.institutional, 2000, seed: 12) {
        $0.transactionSize = 700
    }
    static let dental = WrittenClaims(.dental, 2000, seed: 13) { $0.transactionSize = 700 }

    static func file(_ kind: ClaimKind) -> WrittenClaims {
        switch kind {
        case .professional: professional
        case .institutional: institutional
        case .dental: dental
        }
    }

    @Test(arguments: ClaimKind.allCases)
    func onlyPrintableLettersAndNoTrailingSeparators(kind: ClaimKind) {
        let file = Self.file(kind)
        #expect(file.bytes.allSatisfy { (0x20...0x7E).contains($0) })
        #expect(file.segments.allSatisfy { $0.last != "" })
        // ISA16 is the component separator itself.
        #expect(file.segments.dropFirst().allSatisfy { $0.allSatisfy { !$0.hasSuffix(":") } })
    }

    @Test(arguments: ClaimKind.allCases)
    func sizesAreRealistic(kind: ClaimKind) {
        let file = Self.file(kind)
        #expect((350...900).contains(file.bytes.count / file.summary.records))
        let lines = file.claims.map(\.lineCharges.count)
        #expect(lines.allSatisfy { (1...50).contains($0) })
        #expect(lines.count { $0 <= 4 } * 10 > lines.count * 6)
        #expect(Set(lines).count > 8)
    }

    @Test(arguments: ClaimKind.allCases)
    func levelsAreNumberedAndPointToTheirParents(kind: ClaimKind) {
        var transaction = 0
        var kinds: [String: String] = [:]
        for level in Self.file(kind).levels {
            if level.transaction != transaction { kinds.removeAll() }
            transaction = level.transaction
            let header = level.segments[0]
            #expect(header[1] == String(kinds.count + 1))
            switch header[3] {
            case "20": #expect(header[2] == "")
            case "22": #expect(kinds[header[2]] == "20")
            default: #expect(header[3] == "23" && kinds[header[2]] == "22")
            }
            kinds[header[1]] = header[3]
        }
    }

    @Test(arguments: ClaimKind.allCases)
    func childFlagsAreRight(kind: ClaimKind) {
        let levels = Self.file(kind).levels
        for (index, level) in levels.enumerated() {
            let rest = levels[(index + 1)...]
            let hasChild = rest.first.map { $0.kind > level.kind } ?? false
            #expect(level.segments[0][4] == (hasChild ? "1" : "0"))
            #expect(level.kind != "20" || hasChild && level.claims.isEmpty)
            #expect(hasChild == level.claims.isEmpty)
            guard level.kind == "22" else { continue }
            let isPatient = level.segments[1][2] == "18"
            #expect(isPatient == !hasChild)
        }
        #expect(levels.count { $0.kind == "20" } > 20)
        #expect(levels.count { $0.kind == "23" } > 50)
    }

    @Test(arguments: ClaimKind.allCases)
    func chargesAreTheSumOfTheLines(kind: ClaimKind) {
        for claim in Self.file(kind).claims {
            #expect(claim[0][2].cents == claim.lineCharges.reduce(0, +))
            #expect(claim.all("LX").map { $0[1] } == (1...claim.lineCharges.count).map(String.init))
        }
    }

    @Test(arguments: ClaimKind.allCases)
    func pointersNameDiagnoses(kind: ClaimKind) {
        for claim in Self.file(kind).claims {
            let diagnoses = claim.codes.filter { ["ABK", "ABF"].contains($0[0]) }
            #expect(Set(diagnoses.map { $0[1] }).count == diagnoses.count)
            #expect(diagnoses.isEmpty || diagnoses[0][0] == "ABK")
            #expect(diagnoses.count { $0[0] == "ABK" } == min(diagnoses.count, 1))
            for line in claim.all("SV1", "SV3") {
                let position = line[0] == "SV1" ? 7 : 11
                let pointers = line.count > position ? line[position].components : []
                #expect(pointers.count <= 4 && Set(pointers).count == pointers.count)
                for pointer in pointers {
                    #expect((1...max(diagnoses.count, 1)).contains(Int(pointer) ?? 0))
                }
                #expect(pointers.isEmpty == diagnoses.isEmpty)
            }
        }
    }

    /// ICD-10-CM: a letter, a digit, and up to five letters or digits; three at least.
    @Test(arguments: ClaimKind.allCases)
    func diagnosesHaveTheFormOfCodes(kind: ClaimKind) {
        let codes = Self.file(kind).claims.flatMap(\.codes)
            .filter { ["ABK", "ABF", "ABJ", "APR", "ABN"].contains($0[0]) }.map { $0[1] }
        #expect(Set(codes).count > 10)
        for code in Set(codes) {
            #expect((3...7).contains(code.count), "\(code)")
            #expect(code.wholeMatch(of: /[A-Z][0-9][0-9A-Z]{1,5}/) != nil, "\(code)")
        }
    }

    @Test(arguments: ClaimKind.allCases)
    func providerNumbersHaveRightCheckDigits(kind: ClaimKind) {
        let providers = Self.file(kind).all("NM1").filter { $0.count > 9 && $0[8] == "XX" }
        #expect(!providers.isEmpty)
        #expect(providers.allSatisfy { $0[9].isProviderNumber })
    }

    @Test(arguments: ClaimKind.allCases)
    func claimAndMemberNumbersAreUnique(kind: ClaimKind) {
        let file = Self.file(kind)
        let claims = file.claims.map { $0[0][1] }
        #expect(Set(claims).count == claims.count)
        #expect(claims.allSatisfy { $0.count <= 20 })
        let members = file.levels.filter { $0.kind == "22" }.compactMap {
            $0.segments.element(9, of: "NM1", "IL")
        }
        #expect(Set(members).count == members.count)
        #expect(members.allSatisfy { $0.count == 12 && Int($0) != nil })
    }

    @Test(arguments: ClaimKind.allCases)
    func datesMakeSense(kind: ClaimKind) throws {
        let file = Self.file(kind)
        for level in file.levels where !level.claims.isEmpty {
            let birth = try #require(level.segments.element(2, of: "DMG", "D8"))
            var later = "20250702"
            for claim in level.claims {
                let first = try #require(claim.days.min())
                let last = try #require(claim.days.max())
                #expect(birth < first)
                // The claims of a patient do not overlap, so that none looks like another.
                #expect(last < later)
                later = first
                for date in claim where date[0] == "DTP" && date[2] == "RD8" {
                    let days = date[3].split(separator: "-")
                    #expect(days.count == 2 && days[0] <= days[1])
                }
                for date in claim where date[0] == "DTP" && date[1] == "573" {
                    #expect(date[3] >= last && date[3] <= "20250701")
                }
            }
        }
    }

    @Test(arguments: ClaimKind.allCases)
    func corrections(kind: ClaimKind) {
        var corrected = 0
        for claim in Self.file(kind).claims {
            let frequency = claim[0][5].components[2]
            let own = claim.prefix { $0[0] != "SBR" && $0[0] != "LX" }
            let hasReference = own.contains { $0[0] == "REF" && $0[1] == "F8" }
            #expect(hasReference == (frequency == "7" || frequency == "8"))
            if hasReference { corrected += 1 }
        }
        #expect((70...230).contains(corrected))
    }

    @Test(arguments: ClaimKind.allCases)
    func noNumberCanBeReal(kind: ClaimKind) {
        let file = Self.file(kind)
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
        // No employer was ever given a number that begins with 97.
        #expect(file.all("REF", "EI").allSatisfy { $0[2].count == 9 && $0[2].hasPrefix("97") })
        #expect(
            file.all("NM1").allSatisfy { $0.count < 10 || $0[8] != "XX" || $0[9].hasPrefix("2") })
    }

    @Test(arguments: ClaimKind.allCases)
    func billingAddressesHaveNineDigits(kind: ClaimKind) {
        for level in Self.file(kind).levels where level.kind == "20" {
            let place = level.segments.first { $0[0] == "N4" } ?? []
            #expect(place.count == 4 && place[2] == "MA" && place[3].count == 9)
            #expect(!(place.last ?? "").hasSuffix("0000"))
            #expect(level.segments[1].prefix(3) == ["PRV", "BI", "PXC"])
            #expect(level.segments[1][3].count == 10)
        }
    }
}
