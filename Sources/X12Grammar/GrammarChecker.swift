/// Finds what is wrong in grammar files.
///
/// A layer is checked when the ones beneath it are sound: lines, then names, then what the guide
/// means; so that one mistake is one problem.
enum GrammarChecker {
    /// Every problem of every file of a library: the dictionaries first, then guide by guide.
    static func check(_ library: GrammarLibrary) -> [GrammarProblem] {
        var problems = kindProblems(library)
        var dictionaries: [String: X12Dictionary] = [:]
        for name in library.dictionaryNames {
            let before = problems.count
            let dictionary = dictionary(name, in: library, problems: &problems)
            if problems.count == before, let dictionary {
                problems += self.problems(of: dictionary)
            }
            dictionaries[name] = problems.count == before ? dictionary : nil
        }
        for entry in library.entries {
            guard case .guide(let summary) = entry.kind else { continue }
            var found: [GrammarProblem] = []
            let syntax = GrammarReader.guide(entry.file, problems: &found)
            let isBroken =
                dictionaries[summary.dictionary] == nil
                && library.dictionaryNames.contains(summary.dictionary)
            if found.isEmpty, !isBroken {
                found = self.problems(of: syntax, dictionaries[summary.dictionary])
            }
            problems += found
        }
        return problems + profileProblems(library)
            + duplicateNames(library)
    }

    private static func problems(
        of syntax: GuideSyntax, _ dictionary: X12Dictionary?
    ) -> [GrammarProblem] {
        guard let dictionary else { return [undefinedDictionary(syntax)] }
        var resolver = GuideResolver(syntax, dictionary)
        let guide = resolver.resolve()
        return resolver.problems.isEmpty ? problems(of: guide) : resolver.problems
    }

    private static func problems(of guide: ResolvedGuide) -> [GrammarProblem] {
        GrammarRule.guideChecks.flatMap { rule in
            var report = RuleReport(rule: rule, text: guide.text)
            rule.check?(guide, &report)
            return report.problems
        }
    }

    private static func undefinedDictionary(_ syntax: GuideSyntax) -> GrammarProblem {
        syntax.text.problem(.undefinedDictionary, quoting: syntax.header.dictionary)
    }

    // MARK: - One guide

    /// Reads a guide with its dictionary and checks it.
    static func guide(
        _ file: GrammarFile, in library: GrammarLibrary
    ) throws(GrammarProblems) -> Guide {
        var problems: [GrammarProblem] = []
        let syntax = GrammarReader.guide(
            file, isChecked: library.isChecked, problems: &problems)
        if !problems.isEmpty { throw GrammarProblems(problems: problems) }
        let name = syntax.text.string(syntax.header.dictionary)
        let dictionary = dictionary(name, in: library, problems: &problems)
        if !problems.isEmpty { throw GrammarProblems(problems: problems) }
        guard let dictionary else {
            throw GrammarProblems(problems: [undefinedDictionary(syntax)])
        }
        var resolver = GuideResolver(syntax, dictionary)
        let guide = resolver.resolve()
        problems = resolver.problems
        if problems.isEmpty, !library.isChecked { problems = self.problems(of: guide) }
        if !problems.isEmpty { throw GrammarProblems(problems: problems) }
        return guide.guide
    }

    // MARK: - Dictionaries

    /// All files of a dictionary together; `nil` where no file is of that name.
    static func dictionary(
        _ name: String, in library: GrammarLibrary, problems: inout [GrammarProblem]
    ) -> X12Dictionary? {
        guard library.isChecked else { return read(name, in: library, problems: &problems) }
        return library.dictionaries.dictionary(name) {
            // What has been checked has none.
            var problems: [GrammarProblem] = []
            let dictionary = read(name, in: library, problems: &problems)
            return problems.isEmpty ? dictionary : nil
        }
    }

    private static func read(
        _ name: String, in library: GrammarLibrary, problems: inout [GrammarProblem]
    ) -> X12Dictionary? {
        var dictionary: X12Dictionary?
        for entry in library.entries {
            guard case .dictionary(name) = entry.kind else { continue }
            let syntax = GrammarReader.dictionary(
                entry.file, isChecked: library.isChecked, problems: &problems)
            dictionary = dictionary ?? X12Dictionary(name: name)
            dictionary?.add(syntax, problems: &problems)
        }
        return dictionary
    }

    /// What is wrong in entries, whether a guide uses them or not.
    private static func problems(of dictionary: X12Dictionary) -> [GrammarProblem] {
        var templates = SegmentTemplates(dictionary)
        templates.resolveAll()
        var problems = templates.problems
        for file in dictionary.files {
            for list in file.lists {
                problems += file.text.duplicates(file.codes[list.codes]).map {
                    file.text.problem(.duplicateCode, quoting: $0)
                }
                if (list.keeping == .external) != list.codes.isEmpty {
                    problems.append(file.text.problem(.emptyCodeList, quoting: list.name))
                }
            }
        }
        return problems
    }

    // MARK: - Files

    private static func kindProblems(_ library: GrammarLibrary) -> [GrammarProblem] {
        library.entries.compactMap { entry in
            guard case .unknown = entry.kind else { return nil }
            var line = LineReader(entry.file.text)
            let isEmpty = !line.advance()
            return line.text.problem(.unknownKind, at: isEmpty ? Token(0, 0) : line.keyword)
        }
    }

    /// Names that two guides claim, reported at the second.
    private static func duplicateNames(_ library: GrammarLibrary) -> [GrammarProblem] {
        var problems: [GrammarProblem] = []
        var names = Set<String>()
        for entry in library.entries where entry.kind.summary != nil {
            let syntax = GrammarReader.header(GrammarReader.head(entry.file))
            if !names.insert(syntax.text.string(syntax.header.name)).inserted {
                problems.append(
                    syntax.text.problem(.duplicateGuide, quoting: syntax.header.name))
            }
        }
        for entry in library.entries where entry.kind.summary != nil {
            let syntax = GrammarReader.header(GrammarReader.head(entry.file))
            for variant in syntax.header.variants
            where !names.insert(syntax.text.string(variant)).inserted {
                problems.append(syntax.text.problem(.duplicateVariant, quoting: variant))
            }
        }
        return problems
    }
}
