/// A dictionary: all files of one name, with an index over their entries.
struct X12Dictionary: Sendable {
    let name: String
    private(set) var files: [DictionarySyntax] = []
    private var elements = NameTable<Entry>()
    private var composites = NameTable<Entry>()
    private var segments = NameTable<Entry>()
    private var lists: [String: Entry] = [:]

    /// Where an entry stands: which file, and which of its entries of that kind.
    struct Entry: Sendable {
        let file: Int
        let index: Int
    }

    init(name: String) {
        self.name = name
    }

    /// Adds a file; a name that is there already is a problem.
    mutating func add(_ file: DictionarySyntax, problems: inout [GrammarProblem]) {
        let number = files.count
        files.append(file)
        for (index, element) in file.elements.enumerated() {
            let entry = Entry(file: number, index: index)
            Self.insert(entry, element.number, in: file.text, into: &elements, &problems)
        }
        for (index, group) in file.groups.enumerated() {
            let entry = Entry(file: number, index: index)
            if group.isComposite {
                Self.insert(entry, group.id, in: file.text, into: &composites, &problems)
            } else {
                Self.insert(entry, group.id, in: file.text, into: &segments, &problems)
            }
        }
        for (index, list) in file.lists.enumerated() {
            let name = file.text.string(list.name)
            if lists.updateValue(Entry(file: number, index: index), forKey: name) != nil {
                problems.append(file.text.problem(.duplicateName, quoting: list.name))
            }
        }
    }

    private static func insert(
        _ entry: Entry, _ name: Token, in text: GrammarText, into index: inout NameTable<Entry>,
        _ problems: inout [GrammarProblem]
    ) {
        guard let key = NameKey(name, in: text) else {
            problems.append(text.problem(.longName, quoting: name))
            return
        }
        if index.update(key, entry) {
            problems.append(text.problem(.duplicateName, quoting: name))
        }
    }

    func element(_ key: NameKey) -> (GrammarText, ElementEntry)? {
        elements[key].map { (files[$0.file].text, files[$0.file].elements[$0.index]) }
    }

    func composite(_ key: NameKey) -> (DictionarySyntax, GroupEntry)? {
        composites[key].map { (files[$0.file], files[$0.file].groups[$0.index]) }
    }

    func segment(_ key: NameKey) -> (DictionarySyntax, GroupEntry)? {
        segments[key].map { (files[$0.file], files[$0.file].groups[$0.index]) }
    }

    func codeList(_ name: String) -> CodeList? {
        guard let entry = lists[name] else { return nil }
        let file = files[entry.file]
        let list = file.lists[entry.index]
        return CodeList(
            name: name, title: file.text.string(list.title), isExternal: list.keeping != .here,
            codes: file.codes[list.codes].map(file.text.string))
    }
}
