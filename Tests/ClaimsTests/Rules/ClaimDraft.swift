import Testing

/// A claim that keeps all rules, to change what is under test in.
struct ClaimDraft {
    var guide = "005010X222A1"
    var header = ClaimReading.header
    var billing = ClaimReading.billing()
    var subscriber = ClaimReading.subscriber()
    /// Loop 2000C.
    var patient = ""
    var clm = "CLM*C1*10***11:B:1*Y*A*Y*Y~"
    /// What stands between CLM and HI.
    var inner = ""
    var codes = "HI*ABK:Z0000~"
    /// Loops 2310 and 2320.
    var others = ""
    var lines = "LX*1~SV1*HC:99213*10*UN*1***1~DTP*472*D8*20250701~"

    static let professional = ClaimDraft()
    static let institutional = ClaimDraft(
        guide: "005010X223A2", clm: "CLM*C1*10***13:A:1**A*Y*Y~",
        inner: "DTP*434*RD8*20250701-20250702~CL1*1*1*01~", lines: "LX*1~SV2*0300**10*UN*1~")
    static let dental = ClaimDraft(
        guide: "005010X224A2", inner: "DTP*472*D8*20250701~", codes: "",
        lines: "LX*1~SV3*AD:D0120*10****1~")

    /// The same with something changed.
    func with<Value>(_ part: WritableKeyPath<ClaimDraft, Value>, _ value: Value) -> ClaimDraft {
        var draft = self
        draft[keyPath: part] = value
        return draft
    }

    var text: String { clm + inner + codes + others + lines }

    var reading: ClaimReading {
        ClaimReading(billing + subscriber + patient + text, header: header, guide: guide)
    }

    /// `rule at place`, without `claim.`.
    var found: [String] {
        reading.findings.map { $0.hasPrefix("claim.") ? String($0.dropFirst(6)) : $0 }
    }
}

struct ClaimDraftTests {
    @Test(arguments: [ClaimDraft.professional, .institutional, .dental])
    func draftsKeepAllRules(_ draft: ClaimDraft) {
        #expect(draft.found == [])
        #expect(draft.reading.lines.count == 1)
    }
}
