import Diagnostics

extension Rule {
    static let providerPrefix = Rule(
        "roster.provider.prefix", .warning, "A service location begins with the id of its provider",
        help: """
            The nine digits of the provider (CP_PID, ACO_MCO_PID) are not those with which the \
            service location beside them (CP_SL, ACO_MCO_SL) begins: the row names two providers. \
            Find out which is meant.
            """)
}

/// A provider and a service location of another one.
enum ProviderPrefix {
    @inline(__always)
    static func isBroken(_ values: RowValues, _ provider: Int, _ location: Int) -> Bool {
        let short = values.text(provider)
        let long = values.text(location)
        guard short.count > 0, long.count > 0 else { return false }
        return short.count > long.count || !short.indices.allSatisfy { short[$0] == long[$0] }
    }
}
