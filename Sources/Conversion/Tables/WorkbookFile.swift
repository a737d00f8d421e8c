import Archives
import TableSyntax

/// A workbook (.xlsx) on its way to where it goes; the file appears when it is complete.
package struct WorkbookFile: ~Copyable {
    private var writer: WorkbookWriter<OutputSink>

    /// - Parameters:
    ///   - path: as an output of the command is named; `nil` for standard output.
    ///   - sheets: their names, in the order in which they are written.
    ///   - isLarge: whether what is written is compressed as it comes, and not held in memory; then
    ///     its bytes may differ from one zlib to another.
    ///   - progress: is told what was written.
    package init(
        path: String?, sheets: [String], isLarge: Bool = false, progress: OutputProgress? = nil
    ) throws(ConversionFailure) {
        var file = try OutputFile(path: path)
        file.progress = progress
        let sink = OutputSink(file: file)
        do {
            writer = try WorkbookWriter(
                sink, sheets: sheets, method: isLarge ? .deflated : .stored)
        } catch {
            throw WorkbookFile.failure(error)
        }
    }

    /// Begins the next sheet with the names of its columns.
    package mutating func begin(_ header: [String]) throws(ConversionFailure) {
        try beginSheet()
        try add(header: header.map { .text($0) })
    }

    /// Begins the next sheet.
    mutating func beginSheet() throws(ConversionFailure) {
        do {
            try writer.beginSheet()
        } catch {
            throw WorkbookFile.failure(error)
        }
    }

    /// Writes a row that names columns.
    mutating func add(header cells: [WorkbookCell]) throws(ConversionFailure) {
        do {
            try writer.header(cells)
        } catch {
            throw WorkbookFile.failure(error)
        }
    }

    package mutating func add(_ cells: [WorkbookCell]) throws(ConversionFailure) {
        do {
            try writer.row(cells)
        } catch {
            throw WorkbookFile.failure(error)
        }
    }

    /// Ends the workbook and gives the file its name.
    package consuming func finish() throws(ConversionFailure) {
        var sink: OutputSink
        do {
            sink = try writer.finish()
        } catch {
            throw WorkbookFile.failure(error)
        }
        try sink.file.finish()
    }

    private static func failure(_ error: any Error) -> ConversionFailure {
        if let failure = error as? ConversionFailure { return failure }
        if let failure = error as? ArchiveFailure {
            return ConversionFailure(failure, of: "the workbook")
        }
        return .cannotWrite("the workbook", .ioError)
    }
}

/// Where the bytes of a workbook go.
private struct OutputSink: ArchiveSink, ~Copyable {
    var file: OutputFile

    mutating func write(_ bytes: UnsafeRawBufferPointer) throws(ConversionFailure) {
        try file.write(bytes.bindMemory(to: UInt8.self))
    }
}
