import CareModel
import Testing

/// Values of single segments, in the properties of the first record.
struct PropertyTests {
    typealias Property = @Sendable (Enrollment) -> String?

    /// The record: INS, what stands in loop 2000, and what stands after the name.
    private static let record =
        "INS*Y*18*021*28*A*C:2*1*FT*F*N*D8*20250630*R****3~REF*0F*M1~REF*1L*POLICY~REF*3H*CASE~"
        + "DTP*356*D8*20250701~DTP*357*D8*22991231~DTP*303*D8*20250702~"
        + "NM1*74*1*DOE*ANN*B*DR*JR*34*900110001~PER*IP**TE*6175550100*EM*a@example.org~"
        + "N3*1 A ST*APT 2~N4*LYNN*MA*01902*CA*CY*5~DMG*D8*20000229*F*M*C:RET:2106-3^H*2~"
        + "EC*01*06*21~ICM*4*50.00*35.5*D4*G1~AMT*C1*007~HLH*T*64.5*150~LUI*LE*SPA*Spanish*7~"
        + "NM1*70*1*DOW*JAN****34*900110002~DMG*D8*20000228*M~NM1*31*1~N3*PO BOX 1~N4*SALEM*MA*01970~"
        + "NM1*36*2*WORKS~NM1*M8*2*SCHOOL~NM1*S3*1*A*C~NM1*GD*1*B*D~NM1*45*1~N3*9 B ST~"
        + "DSB*2******DX*M545~DTP*360*D8*20240101~HD*021**HMO*PLAN*IND****N~DTP*348*D8*20250703~"
        + "DTP*695*RD8*20230101-20241231~AMT*P3*-12.50~REF*PID*SITE~REF*QQ*14~IDC*CARD*H*2*1~"
        + "LX*1~NM1*P3*1*KUMAR*G****XX*2417000017*25~N4*LYNN*MA*01902~PLA*2*1P*20250704**AI~"
        + "COB*P*X*1*1^48~REF*60*OTHER~DTP*344*D8*20250705~NM1*IN*2*PAYS~"
        + "LS*2700~LX*1~N1*75*NAME~REF*XX1*84~DTP*007*D8*20250706~LE*2700~"

    static let properties: [(value: String, property: Property)] = [
        ("M1", { $0.memberID?.text.string }), ("true", { $0.isSubscriber.map { "\($0)" } }),
        ("18", { $0.relationship?.value.string }), ("021", { $0.maintenanceType?.value.string }),
        ("28", { $0.maintenanceReason?.value.string }), ("A", { $0.benefitStatus?.value.string }),
        ("C", { $0.medicarePlan?.value.string }),
        ("2", { $0.medicareEligibilityReason?.value.string }),
        ("1", { $0.cobraEvent?.value.string }), ("FT", { $0.employmentStatus?.value.string }),
        ("F", { $0.studentStatus?.value.string }),
        ("false", { $0.hasDisability.map { "\($0)" } }),
        ("2025-06-30", { $0.deathDate?.value?.description }),
        ("R", { $0.confidentiality?.value.string }), ("3", { $0.birthSequence?.string }),
        ("POLICY", { $0.policyNumber?.string }), ("CASE", { $0.identifiers.first?.value.string }),
        ("2025-07-01", { $0.eligibility.begin?.value?.description }),
        ("2299-12-31", { $0.eligibility.end?.value?.description }),
        ("2025-07-02", { PropertyTests.day($0.dates.first) }),
        ("true", { "\($0.member.isCorrected)" }),
        ("DOE ANN B DR JR", { PropertyTests.name($0.member.name) }),
        ("900110001", { $0.member.socialSecurityNumber?.string }),
        ("6175550100", { $0.member.contacts.first?.numbers.first?.value.string }),
        ("1 A ST, APT 2, LYNN, MA, 01902, CA, 5", { PropertyTests.address($0.member.residence) }),
        ("2000-02-29", { $0.member.demographics.birthDate?.value?.description }),
        ("F", { $0.member.demographics.sex?.value.string }),
        ("M", { $0.member.demographics.maritalStatus?.value.string }),
        ("2106-3", { $0.member.demographics.races.first?.detail?.string }),
        ("H", { $0.member.demographics.races.last?.code?.value.string }),
        ("2", { $0.member.demographics.citizenship?.value.string }),
        ("21", { $0.member.employmentClasses.last?.value.string }),
        ("50.00", { $0.member.income?.wage?.value?.description }),
        ("35.5", { $0.member.income?.weeklyHours?.string }),
        ("7", { $0.member.amounts.first?.value.value?.description }),
        ("64.5", { $0.member.health?.height?.string }),
        ("150", { $0.member.health?.weight?.string }),
        ("SPA", { $0.member.languages.first?.code?.string }),
        ("Spanish", { $0.member.languages.first?.description?.string }),
        ("DOW JAN", { PropertyTests.name($0.priorIdentity?.name) }),
        ("900110002", { $0.priorIdentity?.socialSecurityNumber?.string }),
        ("2000-02-28", { $0.priorIdentity?.demographics?.birthDate?.value?.description }),
        ("PO BOX 1, SALEM, MA, 01970", { PropertyTests.address($0.mailingAddress) }),
        ("WORKS", { $0.employers.first.flatMap { PropertyTests.organization($0) } }),
        ("SCHOOL", { $0.schools.first.flatMap { PropertyTests.organization($0) } }),
        ("A C", { PropertyTests.name($0.custodialParents.first?.name) }),
        ("B D", { PropertyTests.name($0.responsiblePersons.first?.name) }),
        ("9 B ST", { PropertyTests.address($0.dropOffLocation?.address) }),
        ("M545", { $0.disabilities.first?.diagnosis?.value.string }),
        ("2024-01-01", { $0.disabilities.first?.eligibility.begin?.value?.description }),
    ]

    static let coverage: [(value: String, property: @Sendable (HealthCoverage) -> String?)] = [
        ("021", { $0.maintenanceType?.value.string }), ("HMO", { $0.insuranceLine?.value.string }),
        ("PLAN", { $0.plan?.string }), ("IND", { $0.level?.value.string }),
        ("false", { $0.isLateEnrollment.map { "\($0)" } }),
        ("2025-07-03", { $0.period.begin?.value?.description }),
        ("2023-01-01 2024-12-31", { PropertyTests.day($0.dates.first) }),
        ("-12.50", { $0.amounts.first?.value.value?.description }),
        ("SITE", { $0.identifiers.first?.value.string }),
        ("14", { $0.priorCoverageMonths?.string }),
        ("CARD", { $0.identificationCards.first?.planDescription?.string }),
        ("2", { $0.identificationCards.first?.count?.string }),
        ("1", { $0.providers.first?.number?.string }),
        ("KUMAR G", { PropertyTests.name($0.providers.first?.party.name) }),
        ("2417000017", { $0.providers.first?.party.identifier?.value.string }),
        ("25", { $0.providers.first?.party.relationship?.value.string }),
        ("LYNN, MA, 01902", { PropertyTests.address($0.providers.first?.party.address) }),
        ("2025-07-04", { $0.providers.first?.change?.date?.value?.description }),
        ("AI", { $0.providers.first?.change?.reason?.value.string }),
        ("P", { $0.coordination.first?.payerResponsibility?.value.string }),
        ("X", { $0.coordination.first?.policyNumber?.string }),
        ("1", { $0.coordination.first?.status?.value.string }),
        ("48", { $0.coordination.first?.serviceTypes.last?.value.string }),
        ("OTHER", { $0.coordination.first?.identifiers.first?.value.string }),
        ("2025-07-05", { $0.coordination.first?.period.begin?.value?.description }),
        (
            "PAYS",
            { $0.coordination.first?.entities.first.flatMap { PropertyTests.organization($0) } }
        ),
    ]

    static let category: [(value: String, property: @Sendable (ReportingCategory) -> String?)] = [
        ("1", { $0.number?.string }), ("NAME", { $0.name?.string }),
        ("84", { $0.identifier?.value.string }), ("2025-07-06", { PropertyTests.day($0.date) }),
    ]

    private static let reading = Reading(record)

    @Test func theRecordIsRead() {
        #expect(Self.reading.findings == [])
        #expect(Self.reading.enrollments.count == 1)
    }

    @Test(arguments: properties.indices)
    func aPropertyIsFilled(_ index: Int) throws {
        let (value, property) = Self.properties[index]
        #expect(property(try #require(Self.reading.enrollments.first)) == value)
    }

    @Test(arguments: coverage.indices)
    func aPropertyOfACoverageIsFilled(_ index: Int) throws {
        let (value, property) = Self.coverage[index]
        let coverages = try #require(Self.reading.enrollments.first).coverages
        #expect(property(try #require(coverages.first)) == value)
    }

    @Test(arguments: category.indices)
    func aPropertyOfAReportingCategoryIsFilled(_ index: Int) throws {
        let (value, property) = Self.category[index]
        let categories = try #require(Self.reading.enrollments.first).reportingCategories
        #expect(property(try #require(categories.first)) == value)
    }

    // MARK: Values as text

    private static func name(_ name: PersonName?) -> String? {
        guard let name else { return nil }
        return [name.last, name.first, name.middle, name.prefix, name.suffix]
            .compactMap { $0?.string }.joined(separator: " ")
    }

    private static func organization(_ party: Party) -> String? {
        party.isOrganization ? party.name.last?.string : nil
    }

    private static func address(_ address: PostalAddress?) -> String? {
        guard let address else { return nil }
        let parts = [
            address.city, address.state, address.postalCode, address.country, address.county,
        ]
        return (address.lines + parts.compactMap { $0 }).map(\.string).joined(separator: ", ")
    }

    private static func day(_ date: QualifiedDate?) -> String? {
        switch date?.extent {
        case .day(let day): day.value?.description
        case .span(let period):
            [period.begin, period.end].compactMap { $0?.value?.description }
                .joined(separator: " ")
        case .moment(let text): text.string
        case nil: nil
        }
    }
}
