extension ClaimSynthesis {
    /// What to write.
    public struct Options: Sendable {
        /// Professional, institutional or dental claims.
        public var kind: ClaimKind
        /// Claims (`CLM` segments) in the file; below 0 counts as 0, and without claims the
        /// interchange is empty.
        public var records: Int
        /// Everything that is drawn follows from this number.
        public var seed: UInt64
        /// The share of claims with one planted defect, 0 to 1.
        public var defectRate = 0.0
        /// The kinds of defect to choose from, each as likely as the others where it is possible.
        public var defectKinds = ClaimDefect.allCases
        /// Claims in one transaction (`ST` to `SE`) at most; at least 1.
        public var transactionSize = 5000
        /// The bytes that separate segments, elements, repeats and components.
        public var delimiters = FileDelimiters.standard
        /// What follows each segment terminator.
        public var lineEnding = LineEnding.none
        /// The day the file claims to be written on; 2025-07-01 unless set.
        public var fileDate = Day(number: 20_270)

        /// A clean file of so many claims.
        public init(_ kind: ClaimKind, records: Int, seed: UInt64) {
            self.kind = kind
            self.records = records
            self.seed = seed
        }
    }

    /// What was written.
    public struct Summary: Hashable, Sendable {
        /// Claims, which is `CLM` segments of a file without defects.
        public internal(set) var records = 0
        /// Transactions, which is `ST` segments.
        public internal(set) var transactions = 0
        /// All segments, envelopes included; a blank segment does not count.
        public internal(set) var segments = 0
        /// Bytes handed to the sink.
        public internal(set) var bytes = 0
        /// How many defects were planted, by kind; kinds that were not planted are absent.
        public internal(set) var defects: [ClaimDefect: Int] = [:]
    }
}
