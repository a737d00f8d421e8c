import Diagnostics

extension Rule {
    static let languageCode = Rule(
        "roster.language.code", .warning, "A language is described in words and is no code",
        help: """
            The cell looks like a code (EN, spa, 01, or SPANIS as MassHealth's own files have it), and \
            this layout wants the language in words. It is kept as sent.
            """)
}

/// Codes of languages where words should stand.
enum LanguageCode {
    /// Languages whose name is as short as a code.
    private static let names: [StaticString] = [
        "ada", "adi", "aka", "asl", "bai", "bor", "cia", "edo", "ewe", "fon", "fox", "fur", "ga",
        "gan", "gen", "gun", "han", "hmu", "ibo", "ido", "ila", "kam", "kru", "kui", "lao", "laz",
        "lsm", "luo", "lsp", "mam", "min", "mon", "mro", "mru", "oko", "sui", "tay", "tem", "tiv",
        "twi", "vai", "wu", "yao", "yi", "yue", "zou",
    ]

    /// Codes of six letters, with which the name of a language begins, as in files of the state.
    private static let beginnings: [StaticString] = [
        "albani", "amhari", "armeni", "bengal", "bosnia", "bulgar", "burmes", "cambod", "canton",
        "chines", "croati", "englis", "estoni", "ethiop", "finnis", "gujara", "haitia", "hungar",
        "indone", "italia", "japane", "kurdis", "laotia", "latvia", "lithua", "mandar", "norweg",
        "persia", "portug", "punjab", "russia", "serbia", "spanis", "swahil", "swedis",
        "tagalo", "taiwan", "tigrin", "turkis", "ukrain", "vietna", "yiddis",
    ]

    static func check(_ look: CellLook, _ reading: inout RowReading) {
        guard look.facts.isLanguage, isCode(look) else { return }
        reading.report(.languageCode, look.severity, look)
    }

    /// Whether plain text begins with more letters than most codes have, and has not the six of others.
    @inline(__always)
    static func isSurelyWords(_ text: CellText) -> Bool {
        // Small letters, less the first of them: 25 and below add up to less than the highest bit.
        let letters = (text.head | 0x2020_2020) & 0xFFFF_FFFF
        guard letters & 0x8080_8080 == 0 else { return false }
        let low = letters &+ 0x1F1F_1F1F
        let high = letters &+ 0x0505_0505
        return low & ~high & 0x8080_8080 == 0x8080_8080 && text.count != 6
    }

    private static func isCode(_ look: CellLook) -> Bool {
        if look.isDigits || beginnings.contains(where: look.isText) { return true }
        let letters = look.text.prefix { (0x41...0x5A).contains($0 & 0xDF) }
        if letters.count < look.count {
            // What follows a hyphen in a code is a country or a script: pt-BR, zh-Hans.
            let rest = look.count - letters.count - 1
            guard look.text[letters.count] == UInt8(ascii: "-"), (2...4).contains(rest) else {
                return false
            }
        }
        return (2...3).contains(letters.count) && !names.contains(where: look.isText)
    }
}
