import Claims
import Rosters
import SystemPackage

/// Lists of codes that are public and too large to ship, as a user gives them: `icd10cm.txt`,
/// `icd10pcs.txt`, `hcpcs.txt` and `taxonomy.txt` in a folder, a code a line; `pidsl.txt`, a line of
/// which is a service location of a MassHealth provider and its name.
public struct CodeLists: Sendable {
    private(set) var tables = ClaimCodeLists()
    /// Names of providers; `nil` where there is no such list.
    private(set) var providers: ProviderList?
    /// The files of the lists.
    private(set) var places: [InputPlace] = []

    /// None: codes are checked by their form alone.
    public init() {}

    /// Longer files are no lists of codes.
    private static let limit = 64 << 20

    /// Reads the lists that a folder has.
    ///
    /// - Throws: `wrongUsage` with file and line for a line that is no code, and where the folder has
    ///   none of the lists; `cannotOpen` or `cannotRead` where a file cannot be read.
    public init(folder: String) throws(ConversionFailure) {
        try CodeLists.look(at: folder)
        for kind in ClaimCodeLists.Kind.allCases {
            let path = FilePath(folder).appending(kind.name + ".txt")
            guard let bytes = try CodeLists.read(path) else { continue }
            places.append(InputPlace(argument: path.string))
            guard bytes.count <= CodeLists.limit else {
                throw .wrongUsage("\(path): a list of codes has at most 64 MB")
            }
            do {
                tables[kind] = try CodeLists.table(bytes)
            } catch {
                let line = error.line > 0 ? ":\(error.line)" : ""
                throw .wrongUsage("\(path)\(line): \(error.message)")
            }
        }
        providers = try CodeLists.providers(folder)
        if providers != nil {
            let path = FilePath(folder).appending(CodeLists.providerFile)
            places.append(InputPlace(argument: path.string))
        }
        guard !tables.isEmpty || providers != nil else {
            let names =
                ClaimCodeLists.Kind.allCases.map { $0.name + ".txt" } + [CodeLists.providerFile]
            throw .wrongUsage("\(folder): it has none of \(names.joined(separator: ", "))")
        }
    }

    /// That a file is not in a folder is told of folders that are there.
    private static func look(at folder: String) throws(ConversionFailure) {
        do {
            try FileDescriptor.open(FilePath(folder), .readOnly).close()
        } catch {
            throw .cannotOpen((error as? Errno) ?? .ioError)
        }
    }

    private static let providerFile = "pidsl.txt"

    /// The names of providers that a folder has.
    private static func providers(_ folder: String) throws(ConversionFailure) -> ProviderList? {
        let path = FilePath(folder).appending(providerFile)
        guard let bytes = try read(path) else { return nil }
        guard bytes.count <= limit else {
            throw .wrongUsage("\(path): a list of providers has at most 64 MB")
        }
        let list = bytes.withUnsafeBytes { text in
            Result { () throws(ProviderList.Problem) in try ProviderList(text) }
        }
        do {
            return try list.get()
        } catch {
            let line = error.line > 0 ? ":\(error.line)" : ""
            throw .wrongUsage("\(path)\(line): \(error.message)")
        }
    }

    /// Titles of the lists that were given, and of those that were not.
    var use: (given: [ClaimCodeLists.Kind], missing: [ClaimCodeLists.Kind]) {
        let kinds = ClaimCodeLists.Kind.allCases
        return (kinds.filter { tables[$0] != nil }, kinds.filter { tables[$0] == nil })
    }

    private static func table(_ bytes: [UInt8]) throws(CodeTable.Problem) -> CodeTable {
        let read = bytes.withUnsafeBytes { text in
            Result { () throws(CodeTable.Problem) in try CodeTable(text) }
        }
        return try read.get()
    }

    /// The bytes of a file, or of one that is too long enough to see it; `nil` where there is none.
    private static func read(_ path: FilePath) throws(ConversionFailure) -> [UInt8]? {
        let file: FileDescriptor
        do {
            file = try FileDescriptor.open(path, .readOnly)
        } catch {
            let reason = (error as? Errno) ?? .ioError
            if reason == .noSuchFileOrDirectory { return nil }
            throw .cannotOpen(reason)
        }
        defer { try? file.close() }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 20)
        do {
            while bytes.count <= limit {
                let count = try piece.withUnsafeMutableBytes { try file.read(into: $0) }
                if count == 0 { break }
                bytes += piece[..<count]
            }
        } catch {
            throw .cannotRead((error as? Errno) ?? .ioError)
        }
        // Editors begin UTF-8 with a mark.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        return bytes
    }
}
