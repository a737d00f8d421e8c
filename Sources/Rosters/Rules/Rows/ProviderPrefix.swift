import CareModel
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
        guard let beginning = short.baseAddress, let whole = long.baseAddress, short.count > 0,
            long.count > 0
        else { return false }
        if short.count > long.count { return true }
        if short.count >= 8, short.count <= 16 {
            let (one, other) = (UnsafeRawPointer(beginning), UnsafeRawPointer(whole))
            let last = short.count &- 8
            return one.loadUnaligned(as: UInt64.self) != other.loadUnaligned(as: UInt64.self)
                || one.loadUnaligned(fromByteOffset: last, as: UInt64.self)
                    != other.loadUnaligned(fromByteOffset: last, as: UInt64.self)
        }
        var place = 0
        // Eight at a time, as there are eight to read beyond every byte of a row.
        while place < short.count {
            let count = min(short.count &- place, 8)
            if Text.key(beginning + place, count) != Text.key(whole + place, count) { return true }
            place &+= 8
        }
        return false
    }
}
