/// Writes synthetic referrals in Turnpike's own XML (`urn:turnpike:referral:1`).
///
/// No person, number or organization in them exists. The same options give the same bytes on every
/// run and machine, and memory does not grow with the number of referrals.
public struct ReferralSynthesis: Sendable {
    /// What to write.
    public struct Options: Sendable {
        /// Referrals in the file; below 0 counts as 0.
        public var records: Int
        /// Everything that is drawn follows from this number.
        public var seed: UInt64
        /// The share of referrals with one planted defect, 0 to 1.
        public var defectRate = 0.0
        /// The kinds of defect to choose from, each as likely as the others.
        public var defectKinds = ReferralDefect.allCases
        /// The last day on which a referral is written; 2025-07-01 unless set.
        public var fileDate = Day(number: 20_270)

        /// A clean file of so many referrals.
        public init(records: Int, seed: UInt64) {
            self.records = records
            self.seed = seed
        }
    }

    /// What was written.
    public struct Summary: Hashable, Sendable {
        /// Referrals.
        public internal(set) var records = 0
        /// Bytes handed to the sink.
        public internal(set) var bytes = 0
        /// How many defects were planted, by kind; kinds that were not planted are absent.
        public internal(set) var defects: [ReferralDefect: Int] = [:]
    }

    /// What to write.
    public let options: Options

    /// Prepares a file; nothing is drawn before `write`.
    public init(_ options: Options) { self.options = options }

    private static let chunkSize = 256 * 1024

    /// Writes one document into `sink`, in chunks of about 256 kB, and reports what it holds.
    ///
    /// What the sink throws ends the writing and is thrown on.
    @discardableResult
    public func write<Failure: Error>(
        _ sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) -> Summary {
        try write { chunk, _ throws(Failure) in try sink(chunk) }
    }

    /// Writes one document into `sink`, which is told as well how many referrals end in what it has by
    /// then.
    @discardableResult
    public func write<Failure: Error>(
        _ sink: (_ chunk: [UInt8], _ records: Int) throws(Failure) -> Void
    ) throws(Failure) -> Summary {
        var summary = Summary()
        var writer = ReferralWriter(options)
        writer.out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        writer.out.tag("referrals")
        writer.out.attribute("xmlns", "urn:turnpike:referral:1")
        writer.out.open()
        for number in 0..<max(options.records, 0) {
            if let defect = writer.write(number) { summary.defects[defect, default: 0] += 1 }
            summary.records += 1
            guard writer.out.bytes.count >= Self.chunkSize else { continue }
            summary.bytes += writer.out.bytes.count
            try sink(writer.out.take(), summary.records)
        }
        writer.out.close("referrals")
        summary.bytes += writer.out.bytes.count
        try sink(writer.out.take(), summary.records)
        return summary
    }
}
