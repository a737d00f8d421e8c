/// Grammar files, layouts and schemas as Swift source: one raw string literal a file, which compiles
/// at once at any length.
struct EmbeddedSource {
    let text: String

    /// Paths are given from the folder that the files have in common, so that the same grammars
    /// make the same source on every machine.
    init(grammars: [File], layouts: [File], schemas: [File] = []) {
        let prefix = Self.commonFolder((grammars + layouts + schemas).map(\.path))
        var text = """
            /// The grammar files, layouts and schemas of this package, checked when it was built.
            public enum ShippedGrammars {
                /// Paths from the folder of grammars, and the whole texts.
                public static let files: [(path: String, text: StaticString)] = [

            """
        text += Self.lines(grammars, without: prefix)
        text += """
                ]
                /// The same of layouts.
                public static let layouts: [(path: String, text: StaticString)] = [

            """
        text += Self.lines(layouts, without: prefix)
        text += """
                ]
                /// The same of schemas of XML.
                public static let schemas: [(path: String, text: StaticString)] = [

            """
        text += Self.lines(schemas, without: prefix)
        self.text = text + "    ]\n}\n"
    }

    typealias File = (path: String, content: String)

    private static func lines(_ files: [File], without prefix: String) -> String {
        let lines = files.map { file in
            let path = literal(String(file.path.dropFirst(prefix.count)), quotes: "\"")
            return "(\(path), \(literal("\n\(file.content)\n", quotes: "\"\"\""))),\n"
        }
        return lines.joined()
    }

    /// A raw literal with so many `#` that nothing in the text can end it or be an escape.
    static func literal(_ text: String, quotes: String) -> String {
        var longest = 0
        var run = 0
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "#") ? run + 1 : 0
            longest = max(longest, run)
        }
        let marks = String(repeating: "#", count: longest + 1)
        return marks + quotes + text + quotes + marks
    }

    /// With its `/`; empty where the files have no folder in common.
    static func commonFolder(_ paths: [String]) -> String {
        guard let first = paths.first else { return "" }
        var common = first.prefix(through: first.lastIndex(of: "/") ?? first.startIndex)
        if !common.hasSuffix("/") { return "" }
        for path in paths {
            while !path.hasPrefix(common) {
                common.removeLast()
                guard let slash = common.lastIndex(of: "/") else { return "" }
                common = common[...slash]
            }
        }
        return String(common)
    }
}
