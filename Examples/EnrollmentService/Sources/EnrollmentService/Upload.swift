import Conversion
import Hummingbird

/// One upload on its way through the conversion: begun by the handler, ended by the one who writes
/// the answer.
actor Upload {
    private let conversion: AsyncEnrollmentLines<LimitedBody>
    private let part: Part

    init(_ body: LimitedBody, name: String, part: Part) {
        conversion = AsyncEnrollmentLines(body, name: name)
        self.part = part
    }

    /// The first lines, or why there can be none.
    func begin() async throws -> [UInt8]? {
        do {
            return try await next()
        } catch let failure as ConversionFailure {
            throw HTTPError(.unprocessableContent, message: failure.message)
        } catch let exceeded as LimitedBody.Exceeded {
            throw HTTPError(.contentTooLarge, message: exceeded.message)
        }
    }

    /// The lines of the next block; `nil` at the end.
    func next() async throws -> [UInt8]? {
        try await conversion.next().map { part.lines(of: $0) }
    }

    /// The summary as one line.
    func summary() -> [UInt8] { conversion.report.json }
}
