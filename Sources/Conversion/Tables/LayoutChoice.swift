import Archives
import Rosters
import ShippedGrammars
import SystemPackage
import TableGrammar

/// By which layouts the columns of tables are told.
public struct LayoutChoice: Sendable {
    /// The one that a user named.
    private let chosen: LayoutRecognition?
    var isChosen: Bool { chosen != nil }
    /// The file of a layout that is not shipped.
    private(set) var place: InputPlace?
    var recognition: LayoutRecognition { chosen ?? LayoutChoice.shippedRecognition }

    /// Those that are shipped, recognized by their columns.
    public static let shipped = LayoutChoice(chosen: nil)

    /// Read when a table is, as that takes longer than reading small files.
    private static let shippedRecognition = LayoutRecognition(LayoutLibrary.shipped.layouts)

    /// Longer files are no layouts.
    private static let limit = 1 << 20

    private init(chosen: LayoutRecognition?) {
        self.chosen = chosen
    }

    /// One layout for all tables, whatever columns are missing in them.
    ///
    /// - Parameter argument: the name of one that is shipped, or the path of a layout file.
    /// - Throws: `wrongUsage` with file, line and column where the file is no layout; `cannotOpen` or
    ///   `cannotRead` where it cannot be read.
    public init(_ argument: String) throws(ConversionFailure) {
        let library = LayoutLibrary.shipped
        if let layout = library.layout(named: argument) {
            self.init(chosen: LayoutRecognition(chosen: layout))
            return
        }
        let bytes = try LayoutChoice.read(argument, library)
        do throws(LayoutProblems) {
            let layout = try library.layout(of: LayoutFile(path: argument, bytes: bytes))
            self.init(chosen: LayoutRecognition(chosen: layout))
            place = InputPlace(argument: argument)
        } catch {
            throw .wrongUsage(error.description)
        }
    }

    private static func read(
        _ path: String, _ library: LayoutLibrary
    ) throws(ConversionFailure) -> [UInt8] {
        do throws(ConversionFailure) {
            let file = try InputFile(FilePath(path))
            guard file.byteCount <= limit else {
                throw .wrongUsage("\(path): a layout has at most 1 MB")
            }
            return try InputQueue.explained("this layout") { () throws(ArchiveFailure) in
                try file.bytes(file.byteCount, at: 0)
            }
        } catch {
            guard case .cannotOpen(.noSuchFileOrDirectory) = error, !path.contains("/"),
                !path.contains(".")
            else { throw error }
            let names = library.layouts.map(\.name).joined(separator: ", ")
            throw .wrongUsage("no layout is named \(path); there are \(names)")
        }
    }
}
