extension EnrollmentSynthesis {
    /// Which of the two files that MassHealth sends is imitated.
    public enum Shape: String, CaseIterable, Sendable {
        /// Changes: 021 additions, 001 changes, 024 terminations; BGN08 is `2`.
        case daily
        /// The full roster: 030 records only; BGN08 is `4`.
        case monthly
    }

    /// What to write.
    public struct Options: Sendable {
        /// Member records (`INS` segments) in the file; below 0 counts as 0.
        public var records: Int
        /// Everything that is drawn follows from this number.
        public var seed: UInt64
        /// The share of member records with one planted defect, 0 to 1.
        public var defectRate = 0.0
        /// The kinds of defect to choose from, each as likely as the others.
        public var defectKinds = EnrollmentDefect.allCases
        /// Member records in one transaction (`ST` to `SE`) at most; at least 1.
        public var transactionSize = 10_000
        /// Daily changes or the monthly roster.
        public var shape = Shape.daily
        /// The bytes that separate segments, elements, repeats and components.
        public var delimiters = FileDelimiters.standard
        /// What follows each segment terminator.
        public var lineEnding = LineEnding.none
        /// The day the file claims to be written on; 2025-07-01 unless set.
        public var fileDate = Day(number: 20_270)

        /// A clean daily file of so many records.
        public init(records: Int, seed: UInt64) {
            self.records = records
            self.seed = seed
        }
    }

    /// What was written.
    public struct Summary: Hashable, Sendable {
        /// Member records, which is `INS` segments.
        public internal(set) var records = 0
        /// Transactions, which is `ST` segments.
        public internal(set) var transactions = 0
        /// All segments, envelopes included; a blank segment does not count.
        public internal(set) var segments = 0
        /// Bytes handed to the sink.
        public internal(set) var bytes = 0
        /// How many defects were planted, by kind; kinds that were not planted are absent.
        public internal(set) var defects: [EnrollmentDefect: Int] = [:]
    }
}
