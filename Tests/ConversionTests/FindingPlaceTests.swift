import Foundation
import Testing

/// A finding marks the bytes it speaks of, and not others that look alike.
struct FindingPlaceTests {
    /// What is put before HD of the first member, at its end, the rule, and the text it marks.
    static let cases: [(before: String, after: String, rule: String, marked: String)] = [
        (
            "",
            "COB*P**5~DTP*344*D8*20240101~DTP*345*D8*20241231~COB*P**5~DTP*344*D8*20240601~"
                + "DTP*345*D8*20240102~", reversed, "20240102"
        ),
        (
            "",
            "HD*021**DEN*D~DTP*348*D8*20250701~COB*P**5~DTP*344*D8*20240601~"
                + "DTP*345*D8*20240103~", reversed, "20240103"
        ),
        ("", "DTP*543*RD8*20250301-20250201~", reversed, "20250301-20250201"),
        (
            "", "LS*2700~LX*1~LX*2~N1*75*X~DTP*007*RD8*20250301-20250202~LE*2700~", reversed,
            "20250301-20250202"
        ),
        ("DTP*336*D8*20250301~DTP*337*D8*20250203~", "", reversed, "20250203"),
        (
            "DSB*1~DTP*360*D8*20250101~DTP*361*D8*20250102~DSB*1~DTP*360*D8*20250301~"
                + "DTP*361*D8*20250204~", "", reversed, "20250204"
        ),
        (
            "", "LX*1~NM1*P3*1*A*B****XX*2417000017*25~LX*2~NM1*P3*1*A*B****XX*2417000018*25~",
            "enrollment.provider.npi", "2417000018"
        ),
        ("", "REF*PID*110990101A~REF*PID*OTHER~", "masshealth.aco.pidsl", "OTHER"),
        ("REF*ZZ*AZNOTHA~REF*ZZ*12~", "", "masshealth.reason.form", "12"),
        ("", "HD*021**DEN*D~DTP*348*D8*20250101~", "masshealth.coverage.outside", "20250101"),
        (
            "",
            "HD*021**DEN*D~DTP*348*D8*20250601~DTP*349*D8*20251231~"
                + "HD*021**DEN*D*EMP~DTP*348*D8*20250801~DTP*349*D8*20251130~",
            "enrollment.span.overlap", "HD*021**DEN*D*EMP"
        ),
    ]

    /// Segments that are left out, and what follows where they would have stood: the segment that the
    /// guide has behind them, or the end of the one before.
    static let missing: [(file: String, segment: String, next: String)] = [
        (ClaimText.plain, "N3*40 HARBOR RD~", "N4*BOSTON*MA*021250010~"),
        (ClaimText.plain, "REF*EI*001122334~", "~HL*2*"),
        (ClaimText.plain, "SBR*P*18*******MC~", "NM1*IL"),
        (ClaimText.plain, "PAT*19~", "NM1*QC"),
        (ClaimText.plain, "N4*BOSTON*MA*021220007~", "DMG*"),
        (ClaimText.plain, "HI*ABK:J209*ABF:R0602~", "NM1*82"),
        (ClaimText.plain, "SV1*HC:99213*100.5*UN*1***1:2~", "DTP*472"),
        (EnrollmentText.plain, "REF*0F*1001~", "DTP*356"),
        (EnrollmentText.plain, "NM1*IL*1*DOE*JOHN~", "DMG*"),
        (EnrollmentText.plain, "DTP*348*D8*20250601~", "~INS*"),
    ]

    @Test(arguments: missing)
    func marksWhereWhatIsMissingWouldStand(
        _ file: String, _ segment: String, _ next: String
    ) throws {
        let text = file.with(segment, "").recounted
        let outcome = try Trial(listsAll: true)(text)
        let found = outcome.findings.filter {
            ["x12.segment.missing", "x12.loop.missing"].contains($0.rule) && $0.inherited != true
        }
        let finding = try #require(found.first, "\(outcome.rules)")
        #expect(finding.bytes[0] == finding.bytes[1])
        let rest = String(decoding: Array(text.utf8)[finding.bytes[0]...], as: UTF8.self)
        #expect(rest.hasPrefix(next), "\(rest.prefix(40))")
    }

    private static let reversed = "enrollment.period.reversed"

    @Test(arguments: cases)
    func marksWhatItSpeaksOf(
        _ before: String, _ after: String, _ rule: String, _ marked: String
    ) throws {
        let text =
            EnrollmentText.plain.with("~NM1*IL", "~\(before)NM1*IL")
            .with(
                "~INS*Y*18*021*20*A***FT~REF*0F*1002", "~\(after)INS*Y*18*021*20*A***FT~REF*0F*1002"
            )
            .recounted
        let outcome = try Trial(profile: .named("masshealth"))(text)
        let found = outcome.findings.filter { $0.rule == rule }
        #expect(found.count == 1, "\(outcome.rules)")
        let bytes = Array(text.utf8)
        for finding in found {
            let told = String(decoding: bytes[finding.bytes[0]..<finding.bytes[1]], as: UTF8.self)
            #expect(told == marked)
        }
    }
}
