import CareModel
import Testing

/// Values of header and levels, in the first claim's JSON.
struct LevelMappingTests {
    /// Segments, the path of a value, and the value as JSON.
    typealias Case = (segments: String, path: String, value: String)

    static let header: [Case] = [
        ("", "recordType", #""claim""#),
        ("", "claimType", #""professional""#),
        ("", "submitter/organization", #""SUBMITTER""#),
        ("", "submitter/identifier/value", #""SUB1""#),
        ("", "submitter/contacts/0/name", #""HELP""#),
        ("", "submitter/contacts/0/numbers/0/value", #""6175550100""#),
        ("", "receiver/organization", #""RECEIVER""#),
        ("", "receiver/identifier/label", #""electronic transmitter identification number""#),
        ("", "transaction/sender", #""SENDER""#),
        ("", "transaction/reference", #""REF1""#),
        ("", "transaction/date", #""2025-07-15""#),
        ("", "transaction/time", #""1200""#),
        ("", "transaction/purpose", #"{"code":"00","label":"original"}"#),
        ("", "transaction/type", #"{"code":"CH","label":"chargeable"}"#),
    ]

    @Test(arguments: header)
    func theHeaderIsRead(_ segments: String, _ path: String, _ value: String) {
        let reading = Self.reading()
        #expect(reading.findings == [])
        #expect(reading.value(path) == value)
    }

    static func reading(
        billing: String = ClaimReading.billing(),
        subscriber: String = ClaimReading.subscriber(), guide: String = "005010X222A1"
    ) -> ClaimReading {
        ClaimReading(billing + subscriber + ClaimReading.claim(), guide: guide)
    }

    static let billing: [Case] = [
        ("", "organization", #""CLINIC""#),
        ("", "role", #"{"code":"85","label":"billing"}"#),
        ("", "npi", #""1234567893""#),
        ("", "address/postalCode", #""019021234""#),
        (
            "", "identifiers/0",
            #"{"code":"EI","label":"employer identification number","value":"900000001"}"#
        ),
        ("REF*0B*L1~REF*1G*U1~", "identifiers/2/value", #""U1""#),
        ("PER*IC*DESK*TE*6175550100*EX*12~PER*IC*NIGHT*EM*A AT B~", "contacts/1/name", #""NIGHT""#),
        ("PER*IC*DESK*TE*6175550100*EX*12~", "contacts/0/numbers/1/value", #""12""#),
    ]

    @Test(arguments: billing)
    func theBillingProviderIsRead(_ segments: String, _ path: String, _ value: String) {
        let reading = Self.reading(billing: ClaimReading.billing(segments))
        #expect(reading.findings == [])
        #expect(reading.value("billingProvider/" + path) == value)
    }

    static let billingLevel: [(level: String, inner: String, path: String, value: String)] = [
        ("PRV*BI*PXC*207Q00000X~", "", "billingProvider/taxonomy", #""207Q00000X""#),
        ("CUR*85*CAD~", "", "currency", #""CAD""#),
        (
            "", "NM1*87*2~N3*PO BOX 1~N4*LYNN*MA*01902~", "payToAddress/address/lines/0",
            #""PO BOX 1""#
        ),
        ("", "NM1*87*2~N3*PO BOX 1~N4*LYNN*MA*01902~", "payToAddress/kind/code", #""2""#),
        ("", payToPlan, "payToPlan/organization", #""PLAN""#),
        ("", payToPlan, "payToPlan/identifier/code", #""PI""#),
        ("", payToPlan, "payToPlan/identifiers/1/value", #""900000002""#),
    ]
    static let payToPlan = """
        NM1*PE*2*PLAN*****PI*PP1~N3*1 C ST~N4*LYNN*MA*01902~REF*2U*X1~REF*EI*900000002~
        """

    @Test(arguments: billingLevel)
    func theBillingLevelIsRead(
        _ level: String, _ inner: String, _ path: String, _ value: String
    ) {
        let reading = Self.reading(billing: ClaimReading.billing(inner, level: level))
        #expect(reading.findings == [])
        #expect(reading.value(path) == value)
    }

    static let subscriber: [Case] = [
        ("", "memberId", #""100000000001""#),
        ("", "relationship", #"{"code":"18","label":"self"}"#),
        ("", "subscriber/payerResponsibility/label", #""primary""#),
        ("", "subscriber/claimFilingIndicator", #"{"code":"MC","label":"Medicaid"}"#),
        ("", "subscriber/name/last", #""LAST""#),
        ("", "subscriber/kind/code", #""1""#),
        ("", "subscriber/address/city", #""LYNN""#),
        ("", "subscriber/birthDate", #""1980-01-02""#),
        ("", "subscriber/sex/label", #""female""#),
        ("REF*SY*900110001~", "subscriber/socialSecurityNumber", #""900110001""#),
        ("REF*Y4*PC1~", "subscriber/propertyCasualtyClaimNumber", #""PC1""#),
        ("PER*IC*DESK*TE*6175550100~", "subscriber/contacts/0/name", #""DESK""#),
        ("", "payer/organization", #""PAYER""#),
        ("", "payer/identifier", #"{"code":"PI","label":"payor identification","value":"P1"}"#),
    ]

    @Test(arguments: subscriber)
    func theSubscriberIsRead(_ segments: String, _ path: String, _ value: String) {
        let reading = Self.reading(subscriber: ClaimReading.subscriber(segments))
        #expect(reading.findings == [])
        #expect(reading.value(path) == value)
    }

    /// NM108 and NM109 of the subscriber, and where the number goes.
    @Test(arguments: [
        ("MI", #""100000000001""#, nil), ("II", #""100000000001""#, #""II""#),
    ])
    func theMemberIsKnownByEitherNumber(
        _ qualifier: String, _ member: String, _ identifier: String?
    ) {
        let subscriber = ClaimReading.subscriber().replacing("*MI*", with: "*\(qualifier)*")
        let reading = Self.reading(subscriber: subscriber)
        #expect(reading.findings == [])
        #expect(reading.value("memberId") == member)
        #expect(reading.value("subscriber/identifier/code") == identifier)
    }

    static let insurance: [(sbr: String, payer: String, path: String, value: String)] = [
        ("SBR*S*18*GROUP1*NAME*12****CI~", "", "subscriber/groupNumber", #""GROUP1""#),
        ("SBR*S*18**NAME*12****CI~", "", "subscriber/groupName", #""NAME""#),
        ("SBR*S*18***12****CI~", "", "subscriber/insuranceType/code", #""12""#),
        ("SBR*P*18~PAT*****D8*20250701*01*150*Y~", "", "subscriber/deathDate", #""2025-07-01""#),
        ("SBR*P*18~PAT*****D8*20250701*01*150*Y~", "", "subscriber/weight", #""150""#),
        ("SBR*P*18~PAT*********Y~", "", "subscriber/pregnant", "true"),
        ("SBR*P*18~", "N3*1 D ST~N4*LYNN*MA*01902~", "payer/address/lines/0", #""1 D ST""#),
        ("SBR*P*18~", "REF*2U*A1~REF*NF*B1~", "payer/identifiers/1/value", #""B1""#),
        ("SBR*P*18~", "REF*G2*A1~", "payer/billingProviderIdentifiers/0/value", #""A1""#),
        ("SBR*P*18~", "REF*2U*A1~REF*LU*B1~", "payer/identifiers/0/value", #""A1""#),
    ]

    @Test(arguments: insurance)
    func theInsuranceIsRead(_ sbr: String, _ payer: String, _ path: String, _ value: String) {
        let reading = Self.reading(subscriber: ClaimReading.subscriber(sbr: sbr, payer: payer))
        #expect(reading.findings == [])
        #expect(reading.value(path) == value)
    }

    static let patient: [(pat: String, inner: String, path: String, value: String)] = [
        ("PAT*19~", "", "memberId", #""100000000001""#),
        ("PAT*19~", "", "relationship", #"{"code":"19","label":"child"}"#),
        ("PAT*19~", "", "patient/name/first", #""CHILD""#),
        ("PAT*19~", "", "patient/birthDate", #""2015-02-03""#),
        ("PAT*19~", "", "patient/address/state", #""MA""#),
        ("PAT*19~", "", "subscriber/birthDate", #""1980-01-02""#),
        ("PAT*19****D8*20250701~", "", "patient/deathDate", #""2025-07-01""#),
        ("PAT*19******01*41.5~", "", "patient/weight", #""41.5""#),
        ("PAT*19~", "REF*Y4*PC1~", "patient/propertyCasualtyClaimNumber", #""PC1""#),
        ("PAT*19~", "REF*1W*M1~", "patient/identifiers/0/value", #""M1""#),
        ("PAT*19~", "REF*SY*900110002~", "patient/socialSecurityNumber", #""900110002""#),
        ("PAT*19~", "PER*IC*DESK*TE*6175550100~", "patient/contacts/0/name", #""DESK""#),
    ]

    @Test(arguments: patient)
    func thePatientIsRead(_ pat: String, _ inner: String, _ path: String, _ value: String) {
        let reading = ClaimReading(
            ClaimReading.billing() + ClaimReading.subscriber(sbr: "SBR*P********MC~", child: 1)
                + ClaimReading.patient(inner, pat: pat) + ClaimReading.claim())
        #expect(reading.findings == [])
        #expect(reading.value(path) == value)
    }
}
