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
        var senders: Set<String> = []
        for entry in library.entries {
            guard case .profile = entry.kind else { continue }
            var found: [GrammarProblem] = []
            let syntax = GrammarReader.profile(entry.file, problems: &found)
            problems += found.isEmpty ? self.problems(of: syntax, library) : found
            if !names.insert(syntax.text.string(syntax.name)).inserted {
                problems.append(syntax.text.problem(.duplicateProfile, quoting: syntax.name))
            }
            for sender in syntax.senders
            where !senders.insert(syntax.text.string(sender)).inserted {
                problems.append(syntax.text.problem(.duplicateSender, quoting: sender))
            }
        }
        return problems
    }

    private static func problems(
        of syntax: ProfileSyntax, _ library: GrammarLibrary
    ) -> [GrammarProblem] {
        var guides: [Guide] = []
        for name in [syntax.guide, syntax.envelope] {
            guard library.guideNames.contains(syntax.text.string(name)) else {
                return [syntax.text.problem(.undefinedGuide, quoting: name)]
            }
            guard let guide = try? library.guide(named: syntax.text.string(name)) else { return [] }
            guides.append(guide)
        }
        return ProfileChecker.problems(of: syntax, guides[0], guides[1])
    }
}
