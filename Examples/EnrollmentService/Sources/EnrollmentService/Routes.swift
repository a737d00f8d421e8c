import Conversion
import Hummingbird

/// What the service answers, and to what.
struct Routes: Sendable {
    /// Bytes that an upload may have.
    let limit: Int

    static let ordinaryLimit = 2 << 30

    var router: Router<BasicRequestContext> {
        let router = Router()
        router.get("health") { _, _ in "ok\n" }
        for part in Part.allCases {
            router.post(RouterPath(part.rawValue)) { request, _ in
                try await answer(request, with: part)
            }
        }
        return router
    }

    /// Streams a part of an upload's conversion back while the upload arrives.
    ///
    /// The last line is the summary; an answer without it is not whole. What is known before the
    /// first line goes into the status: 413 where the upload is too long, 422 where it is no X12.
    func answer(_ request: Request, with part: Part) async throws -> Response {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw HTTPError(.contentTooLarge, message: LimitedBody.Exceeded(limit: limit).message)
        }
        let name = request.uri.queryParameters["name"].map(String.init) ?? "upload.834"
        let upload = Upload(LimitedBody(request.body, limit: limit), name: name, part: part)
        let first = try await upload.begin()
        return Response(
            status: .ok, headers: [.contentType: "application/x-ndjson"],
            body: ResponseBody { writer in
                var lines = first
                while let some = lines {
                    try await writer.write(ByteBuffer(bytes: some))
                    lines = try await upload.next()
                }
                try await writer.write(ByteBuffer(bytes: upload.summary()))
                try await writer.finish(nil)
            })
    }
}

/// What of a conversion is asked for, by the path of its endpoint.
enum Part: String, CaseIterable, Sendable {
    case records = "enrollments"
    case rejects
    case findings

    func lines(of block: ConvertedBlock) -> [UInt8] {
        switch self {
        case .records: block.records
        case .rejects: block.rejects
        case .findings: block.findingLines
        }
    }
}
