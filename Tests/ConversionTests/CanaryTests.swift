import Foundation
import Testing

/// A marker in place of every value, one after the other.
struct CanaryTests {
    /// A set that uses most segments of the guide.
    private static let rich = EnrollmentText.file([
        "INS*Y*18*021*28*A***AC**N~REF*0F*1001~REF*1L*POLICY~REF*3H*CASE~DTP*356*D8*20250601~"
            + "NM1*74*1*DOE*JOHN*Q*DR*JR*34*927276202~PER*IP**TE*5085550187*CP*5085550164~"
            + "N3*1 MAIN ST*APT 2~N4*NEW BEDFORD*MA*027400000**CY*3~"
            + "DMG*D8*20060808*M*B*:RET:2106-3*1~ICM*1*100.50*40~AMT*C1*8.50~"
            + "HLH*N*70*150~LUI*LE*KHM**6~NM1*70*1*DOW*JON~DMG*D8*20060809*M~NM1*31*1~N3*PO BOX 1~"
            + "N4*BOSTON*MA*02118~NM1*36*2*EMPLOYER*****24*123456789~PER*EP*BOSS*TE*5085550111~"
            + "NM1*M8*2*SCHOOL~NM1*S1*1*DOE*ANNA~PER*RP**TE*4135550101~DSB*2******DX*R51~"
            + "DTP*360*D8*20250101~HD*021**HMO*PLANA*IND~DTP*348*D8*20250601~AMT*P3*50.00~"
            + "REF*PID*SITE~IDC*CARD*H*1~LX*1~NM1*P3*1*KUMAR*GRACE****XX*2552766430*26~"
            + "N3*2 OAK ST~N4*SALEM*MA*01970~PER*IC**TE*5085550101~PLA*2*1P*20250701**14~"
            + "COB*P*OTHERNO*1~REF*6P*GROUPNO~DTP*344*D8*20250101~NM1*IN*2*INSURER*****FI*98765432~"
            + "LS*2700~LX*1~N1*75*Category~REF*00*DMH~DTP*007*RD8*20250601-22991231~LE*2700~"
    ])

    /// Codes that decide what a segment is: with another value there, it is another segment.
    private static let structural = [
        "NM1-02", "PER-01", "LS-01", "LE-01", "N1-01", "DMG-05-2", "ISA", "GS", "SE", "GE", "IEA",
    ]

    @Test func theFileIsRight() throws {
        let outcome = try Trial()(Self.rich)
        #expect(outcome.rules == [])
        #expect(outcome.records.count == 1)
    }

    @Test func noFindingHoldsAValue() throws {
        let convert = try Trial()
        for marked in Canary.marked(Self.rich) {
            let outcome = try convert(marked.text)
            #expect(outcome.flaws(of: Data(marked.text.utf8)).isEmpty, "\(marked.place)")
            #expect(!outcome.report.contains(Canary.marker), "\(marked.place)")
            let found = outcome.findings.map { "\($0)" }.joined()
            #expect(!found.contains(Canary.marker), "\(marked.place)")
            #expect(!"\(outcome.summary)".contains(Canary.marker), "\(marked.place)")
        }
    }

    @Test func everyValueHasAHome() throws {
        let convert = try Trial(.keep)
        for marked in Canary.marked(Self.rich)
        where !Self.structural.contains(where: { marked.place.hasPrefix($0) }) {
            let outcome = try convert(marked.text)
            let written = (outcome.records + outcome.rejects).map(\.text).joined()
            #expect(written.contains(Canary.marker), "\(marked.place)")
        }
    }

    @Test(
        arguments: [
            "QZMK*1~", "ZZ*QZMK~", "BGN*00*QZMK~", "NM1*82*1*QZMK~", "REF*G1*QZMK~", "N3*QZMK~",
            "HD*021**HLT*PLAN*IND*****QZMK~", "DTP*999*D8*QZMK~", "DMG*D8*19800101*M**:QZMK~",
        ])
    func noFindingHoldsASegment(_ segment: String) throws {
        let convert = try Trial(.keep)
        for id in ["BGN", "N1", "INS", "REF", "DMG", "HD", "LX", "COB", "LE", "SE", "GE", "IEA"] {
            let text = Self.rich.inserting(segment, before: id)
            let outcome = try convert(text)
            #expect(outcome.flaws(of: Data(text.utf8)).isEmpty, "before \(id)")
            #expect(!outcome.report.contains(Canary.marker), "before \(id)")
        }
    }
}
