#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Inputs of tests as what the fuzzer starts from (`scripts/fuzz --seeds`): where `TURNPIKE_SEEDS` names
/// a folder, each is written there once, in the form that its target takes.
struct Seeds: Sendable {
    /// What reads an input, and so the folder in which it is kept.
    enum Kind: String, CaseIterable, Sendable {
        case tables
        /// An archive.
        case workbooks
        /// Parts of a workbook with NUL between them (`BookBuilding.fuzzed`).
        case parts
        case referrals
        case x12
        /// Bytes of an archive alone, as they are.
        case archives

        var folder: String { self == .parts ? Kind.workbooks.rawValue : rawValue }

        /// By which the target knows what follows: a table with its own header, an archive, and parts
        /// to which no header is added.
        fileprivate var opening: [UInt8] {
            switch self {
            case .tables, .workbooks: [0]
            case .parts: [253]
            case .referrals, .x12, .archives: []
            }
        }

        /// Bytes; longer inputs tell the fuzzer no more and take it longer.
        fileprivate var greatestSize: Int {
            folder == Kind.workbooks.rawValue ? 64 << 10 : 32 << 10
        }

        /// What a file of any kind is by its first bytes.
        fileprivate init(of bytes: [UInt8]) {
            if bytes.starts(with: "PK".utf8) {
                self = .workbooks
            } else if bytes.starts(with: "<".utf8) || bytes.starts(with: "\u{FEFF}<".utf8) {
                self = .referrals
            } else {
                self = bytes.prefix(1000).contains(UInt8(ascii: "*")) ? .x12 : .tables
            }
        }
    }

    private static let kept = getenv("TURNPIKE_SEEDS").map { Seeds(folder: String(cString: $0)) }

    private let folder: String

    /// A folder that is there; those of the kinds are made in it.
    init(folder: String) {
        self.folder = folder
        for kind in Kind.allCases { mkdir("\(folder)/\(kind.folder)", 0o755) }
    }

    /// Keeps an input if anybody asked for it; its bytes are not even made otherwise.
    static func keep(_ bytes: @autoclosure () -> [UInt8], for kind: Kind? = nil) {
        if let kept { kept.keep(bytes(), for: kind) }
    }

    /// Keeps an input by the hash of its content; where no kind is named, its first bytes tell.
    func keep(_ bytes: [UInt8], for kind: Kind? = nil) {
        let kind = kind ?? Kind(of: bytes)
        guard 1...kind.greatestSize ~= bytes.count else { return }
        let seed = kind.opening + bytes
        // FNV-1a.
        let hash = seed.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        let path = "\(folder)/\(kind.folder)/\(String(hash, radix: 16))"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o644)
        // It is there already.
        guard descriptor >= 0 else { return }
        _ = write(descriptor, seed, seed.count)
        close(descriptor)
    }
}
