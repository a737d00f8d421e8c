import Diagnostics

/// How many findings of a rule a report leaves out, in the place of these.
package struct UnlistedFinding: Sendable {
    package let rule: Rule
    package let count: Int
    /// Whether a report of all findings lists more of them.
    package let hasMore: Bool

    package init(rule: Rule, count: Int, hasMore: Bool) {
        self.rule = rule
        self.count = count
        self.hasMore = hasMore
    }

    /// Appends `path: 999,000 more of this rule are not listed [rule.id]` as a line.
    package func writeLine(file: String, to buffer: inout ByteBuffer) {
        buffer.append(string: file)
        buffer.append(": ")
        buffer.append(string: SummaryText.grouped(count))
        buffer.append(count == 1 ? " more of this rule is" : " more of this rule are")
        buffer.append(hasMore ? " not listed without --all-findings [" : " not listed [")
        buffer.append(rule.id)
        buffer.append("]\n")
    }

    /// Appends `{"file":…,"rule":…,"unlisted":999000,"message":…}` without a line feed.
    package func writeObject(file: String, to buffer: inout ByteBuffer) {
        buffer.openObject()
        buffer.member("\"file\":", string: file)
        buffer.append("\"rule\":")
        buffer.value(rule.id)
        buffer.member("\"unlisted\":", count)
        buffer.append("\"message\":")
        buffer.value(rule.summary)
        buffer.closeObject()
    }
}
