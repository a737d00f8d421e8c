/// Profiles among the files of a library: each beside its guides, and all beside one another.
extension GrammarChecker {
    /// Reads a profile, and checks it unless that was done before.
    static func profile(
        _ file: GrammarFile, in library: GrammarLibrary
    ) throws(GrammarProblems) -> PartnerProfile {
        var problems: [GrammarProblem] = []
        let syntax = GrammarReader.profile(
            file, isChecked: library.isChecked, problems: &problems)
        if problems.isEmpty, !library.isChecked { problems = self.problems(of: syntax, library) }
        if !problems.isEmpty { throw GrammarProblems(problems: problems) }
        return syntax.profile
    }

    /// Every problem of every profile of a library; those of a guide are told with the guide.
    static func profileProblems(_ library: GrammarLibrary) -> [GrammarProblem] {
        var problems: [GrammarProblem] = []
        var names: Set<String> = []
        var parties: Set<String> = []
        for entry in library.entries {
            guard case .profile = entry.kind else { continue }
            var found: [GrammarProblem] = []
            let syntax = GrammarReader.profile(entry.file, problems: &found)
            problems += found.isEmpty ? self.problems(of: syntax, library) : found
            if !names.insert(syntax.text.string(syntax.name)).inserted {
                problems.append(syntax.text.problem(.duplicateProfile, quoting: syntax.name))
            }
            for section in syntax.sections {
                problems += duplicates(in: section, of: syntax, &parties)
            }
        }
        return problems
    }

    /// Senders and receivers that have chosen a profile for the same guide before.
    private static func duplicates(
        in section: ProfileSyntax.SectionLines, of syntax: ProfileSyntax,
        _ parties: inout Set<String>
    ) -> [GrammarProblem] {
        var problems: [GrammarProblem] = []
        let named = section.senders.map { ("from", $0) } + section.receivers.map { ("to", $0) }
        for (direction, party) in named {
            // Each guide is asked: one that is new does not make the others so.
            let isNew = section.guides.map { guide in
                let name = "\(syntax.text.string(guide)) \(direction) \(syntax.text.string(party))"
                return parties.insert(name).inserted
            }
            if isNew.contains(false) {
                problems.append(syntax.text.problem(.duplicateSender, quoting: party))
            }
        }
        return problems
    }

    private static func problems(
        of syntax: ProfileSyntax, _ library: GrammarLibrary
    ) -> [GrammarProblem] {
        var guides: [String: Guide] = [:]
        var seen: Set<String> = []
        let patched = syntax.sections.flatMap(\.guides)
        for token in patched + [syntax.envelope] {
            let name = syntax.text.string(token)
            guard library.guideNames.contains(name) else {
                return [syntax.text.problem(.undefinedGuide, quoting: token)]
            }
            guard let guide = try? library.guide(named: name) else { return [] }
            guides[name] = guide
        }
        for token in patched where !seen.insert(syntax.text.string(token)).inserted {
            return [syntax.text.problem(.duplicateSection, quoting: token)]
        }
        guard let envelope = guides[syntax.text.string(syntax.envelope)] else { return [] }
        return syntax.sections.flatMap { section in
            ProfileChecker.problems(
                of: section, in: syntax,
                section.guides.compactMap { guides[syntax.text.string($0)] }, envelope)
        }
    }
}
