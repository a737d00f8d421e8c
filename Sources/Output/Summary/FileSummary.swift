/// The books of one input: where its bytes and records went.
package struct FileSummary: Sendable {
    package var file: String
    /// `834`; empty where it was not recognised.
    package var kind = ""
    /// `005010X220A1`; empty where there is none.
    package var guide = ""
    package var bytes = Bytes()
    package var records = Records()
    package var findings = Findings()
    /// Values that no named field of a record holds.
    package var otherValues = 0
    /// What kept the input from being read to its end, in one line.
    package var failure: String?

    package init(file: String) { self.file = file }

    package struct Bytes: Sendable, Hashable {
        package var total = 0
        package var envelope = 0
        package var accepted = 0
        package var setAside = 0
        package var trivia = 0

        package init() {}
    }

    package struct Records: Sendable, Hashable {
        package var accepted = 0
        package var setAside = 0

        package init() {}
    }

    package struct Findings: Sendable, Hashable {
        package var error = 0
        package var warning = 0
        package var note = 0

        package init() {}
    }

    /// Counts no bytes beyond those that have ended somewhere; for a run that was stopped.
    package mutating func closeBooks() {
        bytes.total = bytes.envelope + bytes.accepted + bytes.setAside + bytes.trivia
    }

    /// Whether every byte has ended in exactly one place.
    package var isBalanced: Bool {
        bytes.total == bytes.envelope + bytes.accepted + bytes.setAside + bytes.trivia
    }
}
