/// The books of one input: where its bytes and records went.
package struct FileSummary: Sendable {
    package var file: String
    /// `834`; empty where it was not recognised.
    package var kind = ""
    /// `005010X220A1`; empty where there is none.
    package var guide = ""
    /// All that is in it, in the order of the input; the first is that of `kind` and `guide`.
    package private(set) var formats: [Format] = []
    /// `masshealth`; empty where no profile was used.
    package var profile = ""
    /// Of a file with claims: what its codes were looked up in.
    package var codeLists: CodeLists?
    package var bytes = Bytes()
    /// Of tables, where its rows went.
    package var rows: Rows?
    /// Of a roster that is compared with the one before it: what became of the members.
    package var members: Members?
    package var records = Records()
    package var findings = Findings()
    /// Values under `other` of all records, those set aside included; what records share counts in
    /// each of them.
    package var otherValues = 0
    /// Whether the first error ended the reading; `bytes.total` is what was read up to there.
    package var isStopped = false
    /// What kept the input from being read to its end, in one line.
    package var failure: String?
    /// The exit status of a run over this input alone; 0 until its end is known.
    package var status: Int32 = 0

    package init(file: String) { self.file = file }

    /// What a part of an input is, and the guide or schema that it was read by.
    package struct Format: Sendable, Hashable {
        package let kind: String
        package let guide: String

        package init(kind: String, guide: String) {
            self.kind = kind
            self.guide = guide
        }
    }

    /// Notes what a part of the input is: the first is what the input is called.
    package mutating func note(_ format: Format) {
        guard !formats.contains(format) else { return }
        if formats.isEmpty {
            kind = format.kind
            guide = format.guide
        }
        formats.append(format)
    }

    /// Names of the lists that codes were looked up in, and of those that were not given.
    package struct CodeLists: Sendable, Hashable {
        package let given: [String]
        package let missing: [String]

        package init(given: [String], missing: [String]) {
            self.given = given
            self.missing = missing
        }
    }

    package struct Bytes: Sendable, Hashable {
        /// 0 where the input was refused: it was not read to its end, and may have none that is known.
        package var total = 0
        package var envelope = 0
        package var accepted = 0
        package var setAside = 0
        package var trivia = 0

        package init() {}
    }

    /// Rows of a table, by where they ended.
    package struct Rows: Sendable, Hashable {
        package var total = 0
        /// Headers, and what stands before them.
        package var envelope = 0
        package var accepted = 0
        package var setAside = 0
        /// Blank ones.
        package var trivia = 0

        package init() {}

        package var isBalanced: Bool { total == envelope + accepted + setAside + trivia }
    }

    /// Members of a previous roster and of this one.
    package struct Members: Sendable, Hashable {
        package let previous: Int
        package let added: Int
        package let gone: Int
        /// In both, with other values or more or fewer rows.
        package let changed: Int

        package init(previous: Int, added: Int, gone: Int, changed: Int) {
            self.previous = previous
            self.added = added
            self.gone = gone
            self.changed = changed
        }
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

    /// Whether every byte has ended in exactly one place, and of tables every row.
    package var isBalanced: Bool {
        rows?.isBalanced != false
            && bytes.total == bytes.envelope + bytes.accepted + bytes.setAside + bytes.trivia
    }

    /// Whether something of it needs attention: an error, something set aside, wrong books.
    package var hasErrors: Bool {
        findings.error > 0 || records.setAside > 0 || !isBalanced
    }
}

/// The books of all inputs of a run.
package struct RunSummary: Sendable {
    package var files: [FileSummary] = []
    /// How many hidden and special files of folders and archives were left out.
    package var skippedCount = 0
    /// Whether an error ended the run before all was read.
    package var isStopped = false

    package init() {}

    /// Whether there were inputs, and none of them could be read at all.
    package var isNothingRead: Bool {
        !files.isEmpty && files.allSatisfy { $0.failure != nil && $0.bytes.total == 0 }
    }
}
