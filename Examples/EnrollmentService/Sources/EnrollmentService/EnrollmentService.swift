import Hummingbird

/// Answers requests until it is told to end.
@main
struct EnrollmentService {
    static func main() async throws {
        let environment = Environment()
        let service = Routes(limit: environment.get("LIMIT", as: Int.self) ?? Routes.ordinaryLimit)
        let application = Application(
            router: service.router,
            configuration: ApplicationConfiguration(
                address: .hostname(
                    environment.get("HOST") ?? "127.0.0.1",
                    port: environment.get("PORT", as: Int.self) ?? 8080),
                serverName: "EnrollmentService"))
        try await application.runService()
    }
}
