/// What a progress bar says, as one line of text.
struct ProgressLine {
    /// Bytes read.
    var byteCount = 0
    /// Bytes to read; `nil` where nobody knows.
    var total: Int?
    var elapsed = Duration.zero

    private static let barWidth = 24

    /// Not longer than `width` columns: what matters least goes first.
    func text(width: Int) -> String {
        var parts: [String] = []
        if let share {
            let filled = Int(share * Double(Self.barWidth))
            let bar =
                String(repeating: "#", count: filled)
                + String(repeating: "-", count: Self.barWidth - filled)
            parts = ["[\(bar)]", "\(Int(share * 100)) %"]
        }
        parts.append(amount)
        parts.append("\(Self.size(Int(rate)))/s")
        if let left { parts.append("\(left) left") }
        while parts.count > 1, parts.joined(separator: "  ").utf8.count > width {
            if parts[0].hasPrefix("[") { parts.removeFirst() } else { parts.removeLast() }
        }
        return parts.joined(separator: "  ")
    }

    /// 0 to 1. A file that grows while it is read never makes it more.
    private var share: Double? {
        guard let total, total > 0 else { return nil }
        return min(1, Double(byteCount) / Double(total))
    }

    private var amount: String {
        guard let total else { return Self.size(byteCount) }
        return "\(Self.size(min(byteCount, total))) of \(Self.size(total))"
    }

    /// Bytes a second, from the start on.
    private var rate: Double {
        let seconds = elapsed / .seconds(1)
        return seconds > 0 ? Double(byteCount) / seconds : 0
    }

    /// `8 s`, `2:05` minutes, `1:00:30` hours.
    private var left: String? {
        guard let total, rate > 0 else { return nil }
        let seconds = Int(Double(max(0, total - byteCount)) / rate + 0.5)
        guard seconds >= 60 else { return "\(seconds) s" }
        let parts = seconds >= 3600 ? [seconds / 3600, seconds / 60 % 60] : [seconds / 60]
        return (parts + [seconds % 60]).enumerated().map { index, part in
            index > 0 && part < 10 ? "0\(part)" : "\(part)"
        }.joined(separator: ":")
    }

    /// `999 B`, `1.2 MB`, `120 MB`.
    static func size(_ byteCount: Int) -> String {
        var value = Double(byteCount)
        var units = ["B", "kB", "MB", "GB", "TB"][...]
        while value >= 999.5, units.count > 1 {
            value /= 1000
            units.removeFirst()
        }
        let unit = units.first ?? ""
        guard value < 99.95, unit != "B" else { return "\(Int(value.rounded())) \(unit)" }
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) \(unit)"
    }
}
