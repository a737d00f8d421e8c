import Diagnostics
import SystemPackage

extension RuleSettings {
    /// Reads a file of lines `rule.id off`, `note`, `warning` or `error`; `#` begins a comment.
    ///
    /// - Throws: `wrongUsage` with file and line for a line that is none, or a rule that is unknown
    ///   or comes twice; `cannotOpen` or `cannotRead` where the file cannot be read.
    public init(path: String) throws(ConversionFailure) {
        let bytes = try RuleSettings.read(path)
        guard bytes.count <= RuleSettings.limit,
            let text = String(validating: bytes, as: UTF8.self)
        else {
            throw .wrongUsage("\(path): rule settings are UTF-8 text of at most 1 MB")
        }
        try self.init(text, name: path)
        place = InputPlace(argument: path)
    }

    /// Longer files are no rule settings.
    private static let limit = 1 << 20

    /// The bytes of a file, or of one that is too long enough to see it.
    private static func read(_ path: String) throws(ConversionFailure) -> [UInt8] {
        let file: FileDescriptor
        do {
            file = try FileDescriptor.open(FilePath(path), .readOnly)
        } catch {
            throw .cannotOpen((error as? Errno) ?? .ioError)
        }
        defer { try? file.close() }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        do {
            while bytes.count <= limit {
                let count = try piece.withUnsafeMutableBytes { try file.read(into: $0) }
                if count == 0 { break }
                bytes += piece[..<count]
            }
        } catch {
            throw .cannotRead((error as? Errno) ?? .ioError)
        }
        return bytes
    }

    /// - Parameter name: what messages call the text.
    init(_ text: String, name: String) throws(ConversionFailure) {
        self.init()
        var places: [String: Int] = [:]
        let lines = text.drop { $0 == "\u{FEFF}" }.split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let content = line.prefix { $0 != "#" }
            let words = content.split(whereSeparator: \.isWhitespace).map(String.init)
            guard !words.isEmpty else { continue }
            let place = "\(name):\(index + 1): "
            guard words.count == 2 else {
                throw .wrongUsage(place + "a line is a rule's id, and off, note, warning or error")
            }
            guard let rule = RuleCatalog.rule(words[0]) else {
                throw .wrongUsage(
                    place + "no rule has the id \(words[0].shownAsName); turnpike rule lists them")
            }
            if let earlier = places.updateValue(index + 1, forKey: words[0]) {
                throw .wrongUsage(place + "\(words[0]) stands in line \(earlier) as well")
            }
            try set(rule, to: words[1], place)
        }
    }

    private mutating func set(
        _ rule: Rule, to word: String, _ place: String
    ) throws(ConversionFailure) {
        if word == "off" { return set(rule, to: Severity?.none) }
        guard let severity = Severity.allCases.first(where: { $0.name.description == word }) else {
            throw .wrongUsage(place + "\(word.shownAsName) is not off, note, warning or error")
        }
        set(rule, to: severity)
    }
}
