/// Guides and dictionaries, made from grammar files when they are asked for.
///
/// Making a library reads only the first lines of each file; a guide is read and resolved each time
/// that it is asked for, the dictionary that it names once.
public struct GrammarLibrary: Sendable {
    let entries: [Entry]
    /// Whether the files have passed the checks before.
    let isChecked: Bool
    let dictionaries = KnownDictionaries()

    /// A file and what its first lines say it is.
    struct Entry: Sendable {
        let file: GrammarFile
        let kind: FileKind
    }

    /// With `isChecked`, the files are known to have passed every check, as those that are embedded
    /// in the program did when it was built: guides are made without checking them again. What
    /// cannot be read or found is a problem all the same.
    public init(_ files: [GrammarFile], isChecked: Bool = false) {
        self.isChecked = isChecked
        entries = files.map { Entry(file: $0, kind: FileKind($0)) }
    }

    /// Names of the guides, in the order of the files, without their variants.
    public var guideNames: [String] {
        entries.compactMap { entry in
            guard case .guide(let summary) = entry.kind else { return nil }
            return summary.name
        }
    }

    /// Names of the partner profiles, in the order of the files.
    public var profileNames: [String] {
        entries.compactMap { entry in
            guard case .profile(let name) = entry.kind else { return nil }
            return name
        }
    }

    /// The profile of that name; `nil` where there is none.
    ///
    /// Throws the problems of its file and of the guides that it names.
    public func profile(named name: String) throws(GrammarProblems) -> PartnerProfile? {
        guard
            let entry = entries.first(where: { entry in
                if case .profile(name) = entry.kind { true } else { false }
            })
        else { return nil }
        return try GrammarChecker.profile(entry.file, in: self)
    }

    /// Names of the dictionaries, each once.
    var dictionaryNames: [String] {
        var names: [String] = []
        for entry in entries {
            if case .dictionary(let name) = entry.kind, !names.contains(name) {
                names.append(name)
            }
        }
        return names
    }

    /// The guide of that name, or the one that lists it as a variant; `nil` where there is none.
    ///
    /// Throws the problems of its file and of its dictionary.
    public func guide(named name: String) throws(GrammarProblems) -> Guide? {
        guard let entry = entry(named: name) else { return nil }
        return try GrammarChecker.guide(entry.file, in: self)
    }

    private func entry(named name: String) -> Entry? {
        entries.first { $0.kind.summary?.name == name }
            ?? entries.first { $0.kind.summary?.variants.contains(name) == true }
    }

    /// The guide that reads files of that name: the one itself, else one that lists it as a
    /// variant, else one whose name differs in the erratum only (`005010X220A1`, `005010X220`).
    ///
    /// With a transaction (`837`), only guides of that transaction are considered.
    public func nearestGuide(to name: String, transaction: String? = nil) -> String? {
        let guides = entries.compactMap(\.kind.summary).filter {
            transaction == nil || $0.transaction == transaction
        }
        let stem = Self.stem(of: name)
        let nearest =
            guides.first { $0.name == name }
            ?? guides.first { $0.variants.contains(name) }
            ?? guides.first { $0.name.contains("X") && Self.stem(of: $0.name) == stem }
        return nearest?.name
    }

    /// The name without its erratum: `005010X220` of `005010X220A1`.
    private static func stem(of name: String) -> Substring {
        guard let mark = name.lastIndex(of: "A") else { return name[...] }
        let erratum = name[name.index(after: mark)...]
        let isErratum = !erratum.isEmpty && erratum.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return isErratum ? name[..<mark] : name[...]
    }

    /// The code list of that name in a dictionary; `nil` where there is none.
    public func codeList(
        named name: String, dictionary: String
    ) throws(GrammarProblems) -> CodeList? {
        var problems: [GrammarProblem] = []
        let lists = GrammarChecker.dictionary(dictionary, in: self, problems: &problems)
        guard problems.isEmpty else { throw GrammarProblems(problems: problems) }
        return lists?.codeList(name)
    }

    /// Every problem of every file, in the order of the files.
    public func problems() -> [GrammarProblem] {
        GrammarChecker.check(self)
    }
}
