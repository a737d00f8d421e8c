import Testing

@testable import Synthesis

/// What only one kind of claim has, and what other payers decided.
@Suite struct ClaimKindTests {
    static func claims(_ kind: ClaimKind) -> [[[String]]] {
        ClaimContentTests.file(kind).claims
    }

    @Test(
        arguments: [
            (
                .professional,
                [
                    "NM1*87", "NM1*82", "NM1*DN", "NM1*DQ", "NM1*77", "NM1*PW", "NM1*45", "PRV*PE",
                    "REF*G1", "REF*9F", "REF*X4", "REF*D9", "REF*EA", "REF*6R", "REF*G2", "AMT*F5",
                    "DTP*431", "DTP*439", "CRC*07", "CRC*ZZ", "CR1*LB", "LIN*", "PWK*OZ", "NTE*ADD",
                    "SBR*S", "CAS*CO", "CAS*PR", "CAS*OA", "AMT*D", "AMT*EAF", "PAT*19",
                ]
            ),
            (
                .institutional,
                [
                    "NM1*71", "NM1*72", "NM1*DN", "PRV*AT", "DTP*434", "DTP*435", "DTP*096",
                    "CL1*1",
                    "REF*EA", "REF*F8", "AMT*F3", "LIN*", "SBR*T", "CAS*CO", "AMT*D",
                ]
            ),
            (
                .dental,
                [
                    "NM1*82", "NM1*77", "PRV*PE", "DTP*472", "DTP*452", "DTP*441",
                    "TOO*JP", "REF*G3", "SBR*S", "CAS*CO",
                ]
            ),
        ] as [(ClaimKind, [String])])
    func everyLoopIsThere(kind: ClaimKind, openings: [String]) {
        let found = Set(
            ClaimContentTests.file(kind).segments.map { $0.prefix(2).joined(separator: "*") })
        for opening in openings { #expect(found.contains(opening), "\(opening)") }
    }

    @Test(
        arguments: [
            (.professional, ["CR1", "CRC", "LIN", "CTP", "SVD", "MOA"]),
            (.institutional, ["CL1", "LIN", "SVD", "MIA", "MOA"]),
            (.dental, ["DN1", "DN2", "TOO"]),
        ] as [(ClaimKind, [String])])
    func everySegmentIsThere(kind: ClaimKind, segments: [String]) {
        for segment in segments {
            #expect(!ClaimContentTests.file(kind).all(segment).isEmpty, "\(segment)")
        }
    }

    // MARK: Professional

    @Test func communityPartnersReportActivitiesWithoutCharge() {
        let free = Self.claims(.professional).filter { $0[0][2] == "0" }
        #expect(free.count > 200)
        for claim in free {
            #expect(claim.codes[0][1] == "Z029" || claim.codes[0][1] == "Z139")
            var days: Set<String> = []
            for line in claim.all("SV1") {
                #expect(line[1].wholeMatch(of: /HC:[GT][0-9]{4}(:U[45])?(:U[123K]){1,2}/) != nil)
                #expect(line[2...4] == ["0", "UN", "1"])
            }
            for day in claim.days { #expect(days.insert(day).inserted) }
        }
    }

    @Test func drugsAreInMilliliterOrUnits() {
        for claim in Self.claims(.professional) {
            for (index, drug) in claim.enumerated() where drug[0] == "LIN" {
                #expect(drug[2] == "N4" && drug[3].count == 11)
                #expect(claim[index + 1][0] == "CTP")
                #expect(["UN", "ML"].contains(claim[index + 1][5]))
            }
        }
    }

    // MARK: Institutional

    @Test func staysHaveAdmissionAndGroup() {
        let stays = Self.claims(.institutional).filter { $0[0][5].hasPrefix("11:") }
        #expect(stays.count > 200)
        for claim in stays {
            let qualifiers = Set(claim.codes.map { $0[0] })
            #expect(qualifiers.isSuperset(of: ["ABK", "ABJ", "DR", "BE"]))
            #expect(claim.element(2, of: "DTP", "435") == "DT")
            #expect(claim.element(3, of: "DTP", "096")?.count == 4)
            for code in claim.codes where ["ABK", "ABF"].contains(code[0]) {
                #expect(code[1].hasPrefix("Z") || code.count == 9 && "YNUW".contains(code[8]))
            }
            let hasProcedure = qualifiers.contains("BBR")
            #expect(hasProcedure == claim.contains { $0[0] == "NM1" && $0[1] == "72" })
        }
        #expect(stays.contains { $0.codes.contains { $0[0] == "BBQ" } })
    }

    @Test func billsHaveManyTypes() {
        let claims = Self.claims(.institutional)
        let types = Set(claims.map { $0[0][5].components[0] })
        #expect(types == ["11", "13", "21", "32", "72", "83"])
        let qualifiers = Set(claims.flatMap { $0.codes.map { $0[0] } })
        #expect(qualifiers.isSuperset(of: ["ABN", "APR", "BI", "BH", "BG", "BBQ"]))
        #expect(claims.allSatisfy { $0.codes.count { $0[0] == "ABK" } == 1 })
    }

    /// Who stays on has no hour of discharge, and the other way round.
    @Test func dischargesFollowTheStatus() {
        for claim in Self.claims(.institutional) where claim.contains(where: { $0[1] == "435" }) {
            guard claim.element(2, of: "DTP", "435") == "DT" else { continue }
            let status = claim.all("CL1")[0][3]
            #expect((status == "30") == (claim.element(3, of: "DTP", "096") == nil))
            let frequency = claim[0][5].components[2]
            #expect((status == "30") == ["2", "3"].contains(frequency))
        }
    }

    @Test func linesLieInTheStatementPeriod() throws {
        for claim in Self.claims(.institutional) {
            let period = try #require(claim.element(3, of: "DTP", "434")).split(separator: "-")
            for day in claim.days {
                #expect(day >= period[0] && day <= period[1])
            }
            for line in claim.all("SV2") { #expect(line[1].count == 4) }
        }
    }

    // MARK: Dental

    @Test func fillingsHaveToothAndSurfaces() {
        let surfaces: [String: Int] = [
            "D2140": 1, "D2150": 2, "D2160": 3, "D2330": 1, "D2331": 2, "D2332": 3, "D2391": 1,
            "D2392": 2,
        ]
        var seen: Set<String> = []
        for claim in Self.claims(.dental) {
            for (index, line) in claim.enumerated() where line[0] == "SV3" {
                let code = String(line[1].dropFirst(3))
                #expect(code.count == 5 && code.hasPrefix("D"))
                guard let count = surfaces[code] else { continue }
                seen.insert(code)
                let tooth = claim[index + 1]
                #expect(tooth[0...1] == ["TOO", "JP"])
                #expect(tooth.count == 4 && tooth[3].components.count == count)
            }
        }
        #expect(seen.count == surfaces.count)
    }

    // MARK: Other payers

    @Test(arguments: ClaimKind.allCases)
    func otherPayersBalance(kind: ClaimKind) throws {
        var payers = 0
        var adjudications = 0
        for claim in Self.claims(kind) {
            let parts = claim.split(separatorAt: ["SBR", "LX"])
            let lines = parts.filter { $0[0][0] == "LX" }
            for payer in parts where payer[0][0] == "SBR" {
                payers += 1
                let number = try #require(payer.element(9, of: "NM1", "PR"))
                let paid = try #require(payer.element(2, of: "AMT", "D")).cents
                let decisions = lines.flatMap { $0.split(separatorAt: ["SVD"]) }
                    .filter { $0[0][0] == "SVD" && $0[0][1] == number }
                adjudications += decisions.count
                if decisions.isEmpty {
                    #expect(paid + payer.adjustments == claim[0][2].cents)
                    #expect(payer.element(3, of: "DTP", "573") != nil)
                } else {
                    #expect(decisions.count == lines.count)
                    let sum = decisions.reduce(0) { $0 + $1[0][2].cents }
                    #expect(paid == sum - payer.adjustments)
                    for (charge, decision) in zip(claim.lineCharges, decisions) {
                        #expect(charge == decision[0][2].cents + decision.adjustments)
                    }
                }
            }
        }
        #expect(payers > 100 && adjudications > 100)
    }

    @Test(arguments: ClaimKind.allCases)
    func massHealthComesAfterTheOtherPayers(kind: ClaimKind) {
        for level in ClaimContentTests.file(kind).levels where level.kind == "22" {
            let place = level.segments[1][1]
            let payers = ["P": 0, "S": 1, "T": 2][place] ?? 9
            #expect(level.claims.allSatisfy { $0.all("SBR").count == payers })
            #expect(level.segments.element(9, of: "NM1", "PR") == "DMA7384")
        }
    }
}

extension [[String]] {
    /// Parts that begin with one of these segments, and what comes before the first.
    fileprivate func split(separatorAt identifiers: Set<String>) -> [[[String]]] {
        var parts: [[[String]]] = [[]]
        for segment in self {
            if identifiers.contains(segment[0]) { parts.append([]) }
            parts[parts.count - 1].append(segment)
        }
        return parts.filter { !$0.isEmpty }
    }

    /// The amounts of all CAS segments in cents.
    fileprivate var adjustments: Int {
        all("CAS").reduce(0) { $0 + $1[3].cents }
    }
}
