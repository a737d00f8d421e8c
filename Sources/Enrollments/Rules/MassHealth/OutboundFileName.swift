import CareModel

/// What the name of a file says that MassHealth put out:
/// `<PIDSL>.834D.WEB.<10 digits>.<DDD>[.txt][.gz]`, in letters of any case.
struct OutboundFileName: Sendable, Equatable {
    /// As in the name.
    let receiver: Text
    /// `834M`, and not `834D`.
    let isMonthly: Bool
    /// Day of the year, 1 to 366.
    let day: Int

    /// `nil` for other names; folders before the name are passed over.
    init?(_ path: String) {
        let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map {
            path[path.utf8.index(after: $0)...]
        }
        var parts = (name ?? path[...]).split(separator: ".", omittingEmptySubsequences: false)
        if parts.last?.lowercased() == "gz" { parts.removeLast() }
        guard parts.count == 5 || parts.count == 6 && parts[5].lowercased() == "txt",
            let text = Text(String(parts[0])), PIDSL(text) != nil,
            let isMonthly = ["834d": false, "834m": true][parts[1].lowercased()],
            parts[2].lowercased() == "web", Self.digits(parts[3], 10) != nil,
            let day = Self.digits(parts[4], 3), 1...366 ~= day
        else { return nil }
        receiver = text
        self.isMonthly = isMonthly
        self.day = day
    }

    private static func digits(_ part: Substring, _ count: Int) -> Int? {
        let isNumber = part.utf8.count == count && part.utf8.allSatisfy { 0x30...0x39 ~= $0 }
        return isNumber ? Int(part) : nil
    }
}
