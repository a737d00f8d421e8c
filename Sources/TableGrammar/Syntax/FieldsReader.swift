/// Reads a `fields` file.
struct FieldsReader {
    private(set) var fields = LayoutFields()
    private(set) var problems: [LayoutProblem] = []
    private let path: String
    private var last = Last.nothing

    /// What a line that begins with `~` belongs to.
    private enum Last { case nothing, broken, type, list }

    init(_ file: LayoutFile) { path = file.path }

    mutating func read(_ lines: [LayoutLine]) {
        for line in lines.dropFirst() {
            do throws(LayoutProblem) {
                try read(line)
            } catch {
                problems.append(error)
                last = .broken
            }
        }
    }

    private mutating func read(_ source: LayoutLine) throws(LayoutProblem) {
        var line = source
        switch line.keyword.text {
        case "type": try readType(&line)
        case "supplier": try readSupplier(&line)
        case "field": try readField(&line)
        case "values": try readList(&line)
        case "~": try readValues(&line)
        default: throw line.problem(.keyword, at: line.keyword)
        }
        try line.finish()
    }

    private mutating func readType(_ line: inout LayoutLine) throws(LayoutProblem) {
        let name = try line.next("name")
        let title = try line.next("title")
        if fields.type(name.text) != nil { throw line.problem(.typeTwice, at: name) }
        fields.types.append(LayoutFields.ColumnType(name: name.text, title: title.text))
        last = .type
    }

    private mutating func readSupplier(_ line: inout LayoutLine) throws(LayoutProblem) {
        let code = try line.next("code")
        let title = try line.next("title")
        if fields.suppliers.contains(where: { $0.code == code.text }) {
            throw line.problem(.supplierTwice, at: code)
        }
        fields.suppliers.append((code.text, title.text))
        last = .nothing
    }

    private mutating func readField(_ line: inout LayoutLine) throws(LayoutProblem) {
        let name = try line.next("name")
        let type = try line.next("type")
        let title = try line.next("title")
        if fields.field(name.text) != nil { throw line.problem(.fieldTwice, at: name) }
        if fields.type(type.text) == nil { throw line.problem(.typeUndefined, at: type) }
        fields.add(LayoutFields.Field(name: name.text, type: type.text, title: title.text))
        last = .nothing
    }

    private mutating func readList(_ line: inout LayoutLine) throws(LayoutProblem) {
        let name = try line.next("name")
        if fields.list(name.text) != nil { throw line.problem(.listTwice, at: name) }
        fields.lists.append((name.text, []))
        last = .list
    }

    private mutating func readValues(_ line: inout LayoutLine) throws(LayoutProblem) {
        if last == .nothing { throw line.problem(.misplaced, at: line.keyword) }
        for word in try line.rest("value") where last != .broken {
            let known =
                last == .type ? fields.types.last?.values : fields.lists.last?.values
            if known?.contains(word.text) == true { throw line.problem(.valueTwice, at: word) }
            if last == .type {
                fields.types[fields.types.count - 1].values.append(word.text)
            } else {
                fields.lists[fields.lists.count - 1].values.append(word.text)
            }
        }
    }
}
