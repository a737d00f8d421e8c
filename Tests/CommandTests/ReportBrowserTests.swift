import Foundation
import Testing

/// The HTML report in a real browser: it is used as its readers use it, and compared with the JSON
/// of the same run.
@Suite(
    .serialized,
    .enabled(if: Browser.path != nil, "no Chromium here; scripts/setup --browser installs one"))
struct ReportBrowserTests {
    let folder: Folder
    let browser: Browser

    init() throws {
        folder = try Folder()
        browser = try Browser()
    }

    /// Makes the report of some files and opens it; the same run as JSON.
    func open(
        _ files: [String], fragment: String = "", options: [String] = []
    ) throws -> Run {
        try Command.run(
            ["validate", "--format", "html", "--output", "r.html"] + options + files, in: folder)
        let json = try Command.run(["validate", "--format", "json"] + options + files, in: folder)
        try browser.show(folder["r.html"].absoluteString + fragment)
        return try JSONDecoder().decode(Run.self, from: json.output)
    }

    struct Run: Decodable {
        struct Finding: Decodable {
            let file: String
            let rule: String
            let severity: String?
            let place: String?
            let line: Int?
            let sheet: Int?
            let row: Int?
            let expected: String?
        }
        struct File: Decodable {
            struct Count: Decodable {
                let error: Int
                let warning: Int
                let note: Int
            }
            let findings: Count
            let records: [String: Int]
        }
        let findings: [Finding]
        let files: [File]
    }

    /// Synthetic members, two in five of them spoiled.
    private func write(_ name: String, records: Int = 400, seed: Int = 3) throws {
        try Command.run(
            [
                "generate", "834", "--records", "\(records)", "--seed", "\(seed)", "--defects",
                "0.4", "--output", name,
            ], in: folder)
    }

    func texts(_ selector: String) throws -> [String] {
        let list = "[...document.querySelectorAll(`\(selector)`)].map(e => e.textContent)"
        return try #require(try browser.evaluate(list) as? [String])
    }

    /// The lines of the rows that are seen.
    private func lines() throws -> [Int] {
        try texts("#rows td[data-label=Line]").compactMap { Int($0.replacing(",", with: "")) }
    }

    /// How many findings the status says there are.
    func found() throws -> Int? {
        let status = try #require(try texts("#status").first)
        return Int(status.components(separatedBy: " ")[0].replacing(",", with: ""))
    }

    func choose(_ id: String, _ value: String) throws {
        try browser.evaluate(
            """
            { const chosen = document.getElementById("\(id)"); chosen.value = "\(value)";
              chosen.dispatchEvent(new Event("change", { bubbles: true })); }
            """)
    }

    // MARK: Reading

    @Test func countsAreThoseOfTheSummary() throws {
        try write("a.834")
        try write("b.834", records: 30, seed: 4)
        let run = try open(["a.834", "b.834"])
        let counts = run.files.map(\.findings)
        let expected = [
            run.files.reduce(0) { $0 + ($1.records["accepted"] ?? 0) },
            run.files.reduce(0) { $0 + ($1.records["setAside"] ?? 0) },
            counts.reduce(0) { $0 + $1.error }, counts.reduce(0) { $0 + $1.warning },
            counts.reduce(0) { $0 + $1.note },
        ]
        #expect(
            try texts(".tile dd")
                == expected.map { $0.formatted(.number.locale(.init(identifier: "en_US"))) })
        for section in ["rules", "places"] {
            let sum = try texts("#\(section) .share span").compactMap { Int($0) }.reduce(0, +)
            #expect(sum == expected[2...].reduce(0, +), "\(section)")
        }
        #expect(try found() == run.findings.count)
        #expect(try texts("#ledger tbody .books .badge") == ["balanced", "balanced"])
        #expect(try texts("#rows tr").count == 100)
    }

    @Test func aFilterLeavesItsFindings() throws {
        try write("a.834")
        let run = try open(["a.834"])
        for severity in ["error", "warning", "note"] {
            try choose("filter-severity", "=" + severity)
            #expect(try found() == run.findings.count { $0.severity == severity })
            #expect(Set(try texts("#rows .badge")) == [severity])
        }
        try choose("filter-severity", "")
        try choose("filter-rule", "=x12.element.code")
        let ofRule = run.findings.filter { $0.rule == "x12.element.code" }
        #expect(try lines() == ofRule.prefix(100).compactMap(\.line))
        #expect(try browser.evaluate("location.hash") as? String == "#rule=x12.element.code")
        try browser.evaluate("document.querySelector('[type=reset]').click()")
        #expect(try found() == run.findings.count)
    }

    @Test func aLinkLeadsToItsFindings() throws {
        try write("a.834")
        let run = try open(["a.834"])
        let place = try #require(try texts("#places a").first)
        try browser.evaluate("document.querySelector('#places a').click()")
        let count = run.findings.count { $0.place == place }
        var shown = try found()
        for _ in 0..<100 where shown != count {
            usleep(20_000)
            shown = try found()
        }
        #expect(shown == count && count > 0)
        #expect(
            try browser.evaluate("document.activeElement.id") as? String == "findings-title")
    }

    @Test func theSearchFindsWords() throws {
        try write("a.834")
        let run = try open(["a.834"])
        try browser.evaluate("document.getElementById('search').focus()")
        try browser.send("Input.insertText", ["text": "DTP-03 Calendar"])
        let expected = run.findings.filter {
            $0.place?.contains("DTP-03") == true && $0.rule == "x12.element.date"
        }
        var shown = try lines()
        for _ in 0..<100 where shown != expected.compactMap(\.line) {
            usleep(20_000)
            shown = try lines()
        }
        #expect(shown == expected.compactMap(\.line) && !shown.isEmpty)
    }

    @Test func theTableIsSortedByKeyboard() throws {
        try write("a.834")
        let run = try open(["a.834"])
        let state = "document.querySelector('[data-key=line]').getAttribute('aria-sort')"
        try browser.evaluate("document.querySelector('[data-key=line] button').focus()")
        let inOrder = run.findings.compactMap(\.line).sorted()
        let orders = [
            ("ascending", inOrder), ("descending", Array(inOrder.reversed())),
            ("none", run.findings.compactMap(\.line)),
        ]
        for (order, expected) in orders {
            try browser.press("Enter", code: 13, text: "\r")
            #expect(try browser.evaluate(state) as? String == order)
            #expect(try lines() == Array(expected.prefix(100)))
        }
    }

    @Test func anAddressIsAView() throws {
        try write("a.834", records: 1200)
        let view = "#severity=error&search=DMG&sort=line&order=descending&rows=50&page=2"
        let run = try open(["a.834"], fragment: view)
        let expected = run.findings.filter {
            $0.severity == "error" && "\($0.place ?? "") \($0.expected ?? "")".contains("DMG")
        }.compactMap(\.line).sorted(by: >)
        #expect(try found() == expected.count)
        #expect(try lines() == Array(expected.dropFirst(50).prefix(50)))
        #expect(expected.count > 50)
        #expect(try browser.evaluate("search.value") as? String == "DMG")
    }

    @Test(arguments: [
        "#sort=__proto__&rule=nothing&page=-1&rows=1e99", "#=&&%zz&page=NaN", "#rows",
    ])
    func aWrongAddressBreaksNothing(_ fragment: String) throws {
        try write("a.834", records: 30)
        _ = try open(["a.834"], fragment: fragment)
        #expect(try found() != nil || texts("#status").first?.hasPrefix("No finding") == true)
        #expect(browser.complaints == [])
    }

    // MARK: Safe

    @Test func nothingIsFetchedAndNoNameRuns() throws {
        let name = "<!--<script>&\"'<img src=x onerror=document.title=1>.834"
        try FileManager.default.createDirectory(
            at: folder["x<"], withIntermediateDirectories: true)
        try write(name, records: 30)
        try write("x</script><script>document.title=2<!--.834", records: 30)
        let run = try open([name, "x<"], options: ["--show-values"])
        #expect(run.findings.count > 0)
        #expect(try found() == run.findings.count)
        #expect(try texts("#ledger .path").first == name)
        #expect(Set(try texts("#rows .path")) == Set(run.findings.map(\.file)))
        #expect((try browser.evaluate("document.title") as? String)?.hasPrefix("Valid") == true)
        #expect(try texts("#rows mark").count == run.findings.prefix(100).count)
        #expect(browser.requests.count == 1, "\(browser.requests)")
        #expect(browser.complaints == [])
    }

    @Test func theCleanFileHasAPage() throws {
        try Command.run(
            ["generate", "834", "--records", "3", "--output", "a.834"], in: folder)
        _ = try open(["a.834"])
        #expect(try texts("h1") == ["This file can be loaded"])
        #expect(try texts("#findings .about") == ["Nothing was found."])
        #expect(browser.complaints == [])
    }

    // MARK: For everybody

    /// Contrast of all text with what lies behind it, as WCAG 2 has it: AA is 4.5.
    private static let contrasts = """
        (() => {
          const parse = text => text.match(/[\\d.]+/g).map(Number);
          const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
            .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const behind = e => {
            for (; e; e = e.parentElement) {
              const colour = parse(getComputedStyle(e).backgroundColor);
              if (colour.length === 3) return colour;
            }
            return [0, 0, 0];
          };
          const low = [];
          for (const e of document.body.querySelectorAll("*:not(script):not(rect):not(option)")) {
            const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
            if (!own || !e.checkVisibility()) continue;
            const [a, b] = [light(parse(getComputedStyle(e).color)), light(behind(e))];
            const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (ratio < 4.5 && !e.disabled) low.push(e.outerHTML.slice(0, 80) + " " + ratio);
          }
          return low;
        })()
        """

    @Test(arguments: ["light", "dark"])
    func contrastIsEnough(_ scheme: String) throws {
        try browser.send(
            "Emulation.setEmulatedMedia",
            ["features": [["name": "prefers-color-scheme", "value": scheme]]])
        try write("a.834")
        _ = try open(["a.834", "missing.834"], options: ["--show-values"])
        #expect(try browser.evaluate(Self.contrasts) as? [String] == [])
        let ground = try browser.evaluate("getComputedStyle(document.body).backgroundColor")
        #expect((ground as? String == "rgb(246, 245, 240)") == (scheme == "light"))
    }

    /// As a screen reader sees it: landmarks, and a name for all that can be used.
    @Test func everythingHasANameAndAPlace() throws {
        try write("a.834")
        _ = try open(["a.834"])
        let tree = try browser.send("Accessibility.getFullAXTree")["nodes"] as? [[String: Any]]
        let nodes = try #require(tree).filter { $0["ignored"] as? Bool != true }.map { node in
            (
                role: (node["role"] as? [String: Any])?["value"] as? String ?? "",
                name: (node["name"] as? [String: Any])?["value"] as? String ?? ""
            )
        }
        let roles = Set(nodes.map(\.role))
        for role in ["main", "banner", "contentinfo", "navigation", "search", "status"] {
            #expect(roles.contains(role), "\(role)")
        }
        let named: Set = [
            "button", "link", "textbox", "searchbox", "combobox", "table", "region", "columnheader",
            "rowheader", "navigation",
        ]
        for (role, name) in nodes where named.contains(role) { #expect(name != "", "\(role)") }
        #expect(nodes.count { $0.role == "table" } >= 4)
    }

    @Test(arguments: [320, 1280])
    func nothingIsWiderThanTheScreen(_ width: Int) throws {
        try browser.send(
            "Emulation.setDeviceMetricsOverride",
            ["width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false])
        try write("a.834")
        _ = try open(["a.834"])
        let wide = try browser.evaluate("document.documentElement.scrollWidth") as? Int
        #expect(wide ?? 0 <= width)
    }

    @Test func paperGetsMoreRowsAndWhatIsFolded() throws {
        try write("a.834", records: 1500)
        let run = try open(["a.834"])
        let folded = "#rules details:not([open])"
        #expect(try texts(folded).count > 0)
        try browser.evaluate("dispatchEvent(new Event('beforeprint'))")
        #expect(try texts("#rows tr").count == min(run.findings.count, 1000))
        #expect(try texts(folded) == [])
        try browser.evaluate("dispatchEvent(new Event('afterprint'))")
        #expect(try texts("#rows tr").count == 100)
        #expect(try texts(folded).count > 0)
    }

    // MARK: Many

    /// 250 members with 400 segments each that no guide knows.
    @Test func aHundredThousandFindingsOpen() throws {
        let member =
            "INS*Y*18*021*20*A***FT~REF*0F*100~DTP*356*D8*20250601~NM1*IL*1*DOE*JOHN~"
            + String(repeating: "ZZZ*1~", count: 400)
        let text = String(decoding: try #require(Sample.clean), as: UTF8.self)
        let start = try #require(text.range(of: "INS*"))
        let many = text[..<start.lowerBound] + String(repeating: member, count: 250)
        try folder.write(many + "SE*1*0001~GE*1*1~IEA*1*000000001~", to: "a.834")
        try Command.run(
            [
                "validate", "--format", "html", "--all-findings", "--output", "r.html", "a.834",
            ], in: folder)
        let clock = ContinuousClock()
        let opening = try clock.measure { try browser.show(folder["r.html"].absoluteString) }
        #expect(try found() ?? 0 >= 100_000)
        #expect(try texts("#rows tr").count == 100)
        let sorting = try clock.measure {
            try browser.evaluate("document.querySelector('[data-key=place] button').click()")
            try choose("filter-severity", "=error")
        }
        // A page that makes an element of each would take minutes.
        #expect(opening < .seconds(10))
        #expect(sorting < .seconds(5))
    }
}
