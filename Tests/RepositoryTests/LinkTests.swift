import Foundation
import Testing

/// What the documents point at is there.
struct LinkTests {
    @Test func relativeLinksResolve() throws {
        let documents = try Repository.documents()
        #expect(documents.count >= 5)
        for document in documents {
            for target in Self.links(in: document.text) where !target.contains(":") {
                let parts = target.split(
                    separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                let path = try #require(Self.resolve(String(parts[0]), from: document.path))
                let url = Repository.root.appending(path: path)
                guard FileManager.default.fileExists(atPath: url.path) else {
                    Issue.record("\(document): \(target) is not there")
                    continue
                }
                guard parts.count == 2, path.hasSuffix(".md") else { continue }
                let anchors = Self.anchors(in: try Repository.File(path).text)
                #expect(anchors.contains(String(parts[1])), "\(document): \(target)")
            }
        }
    }

    /// What ARCHITECTURE.md calls by name is there: `BlockReader`, `TransactionCatalog`.
    @Test func namedTypesExist() throws {
        let known = Set(try Repository.sources().flatMap { $0.code.identifiers.map(\.name) })
            .union(try ModuleTable().rows.map(\.module))
        let spans = try Repository.File("ARCHITECTURE.md").text.matches(
            of: /`([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)`/)
        #expect(spans.count > 20)
        for span in spans where !known.contains(String(span.1)) {
            Issue.record("\(span.1) is not in the sources")
        }
    }

    /// The targets of `[text](target)`, outside code.
    static func links(in text: String) -> [String] {
        prose(of: text).matches(of: /\]\(([^()\s]+)\)/).map { String($0.output.1) }
    }

    /// The anchors that headings get: `## The house` → `the-house`.
    static func anchors(in text: String) -> Set<String> {
        let headings = prose(of: text).matches(of: /(?m)^#+ +(.+?) *$/).map { $0.output.1 }
        return Set(
            headings.map { heading in
                String(
                    heading.lowercased()
                        .filter {
                            $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_"
                        }
                        .map { $0 == " " ? "-" : $0 })
            })
    }

    /// Without code blocks and code spans; the words of a heading's code span stay.
    private static func prose(of text: String) -> String {
        var isCode = false
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).compactMap {
            line in
            let isFence = line.drop { $0 == " " }.hasPrefix("```")
            if isFence { isCode.toggle() }
            if isFence || isCode { return nil as Substring? }
            return line.hasPrefix("#") ? line : Substring(line.replacing(/`[^`]*`/, with: "code"))
        }
        return lines.joined(separator: "\n")
    }

    /// `../README.md` from `Documentation/Guides.md` → `README.md`; `nil` outside the repository.
    private static func resolve(_ target: String, from path: String) -> String? {
        if target.isEmpty { return path }
        var parts = path.split(separator: "/").dropLast()
        for part in target.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
            } else if parts.popLast() == nil {
                return nil
            }
        }
        return parts.joined(separator: "/")
    }
}
