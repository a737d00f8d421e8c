import CareModel
import Diagnostics

/// What the rules across records need to know of one record.
package struct EnrollmentFacts: Sendable {
    /// A plan and its days.
    package struct Span: Sendable {
        /// Person, insurance line, plan and maintenance type as one number.
        let key: UInt64
        let begin: Int32
        let end: Int32
    }
    /// The subscriber's number as a key; 0 where there is none.
    let subscriber: UInt64
    let isSubscriber: Bool
    /// INS03 is 030.
    let isAudit: Bool
    /// Number of the transaction set in the input.
    let transaction: Int
    let range: ByteRange
    let spans: [Span]

    package init(
        _ enrollment: borrowing Enrollment, transaction: Int, range: ByteRange
    ) {
        var key = KeyHash()
        key.add(enrollment.memberID?.text)
        subscriber = enrollment.memberID == nil ? 0 : key.value
        isSubscriber = enrollment.isSubscriber ?? true
        isAudit = enrollment.maintenanceType?.value.key == Key("030").rawValue
        self.transaction = transaction
        self.range = range
        guard enrollment.memberID != nil else {
            spans = []
            return
        }
        if !isSubscriber {
            key.add(enrollment.relationship?.value)
            key.add(enrollment.member.name.first)
            key.add(number: enrollment.member.demographics.birthDate?.value?.number)
        }
        let person = key
        let maintenance = enrollment.maintenanceType?.value
        let coverages = enrollment.coverages
        spans = coverages.indices.compactMap { index in
            guard let begin = coverages[index].period.begin?.value else { return nil }
            var key = person
            key.add(coverages[index].insuranceLine?.value)
            key.add(coverages[index].plan)
            key.add(coverages[index].maintenanceType?.value ?? maintenance)
            return Span(
                key: key.value, begin: begin.number,
                end: coverages[index].period.end?.value?.number ?? Int32.max)
        }
    }
}

/// Texts as one number; the same on every machine and run.
struct KeyHash {
    private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

    private mutating func mix(_ word: UInt64) {
        let (high, low) = (value ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        value = high ^ low &+ 0x2545_F491_4F6C_DD1D
    }

    mutating func add(_ text: Text?) {
        guard let text else { return mix(0xFF) }
        if text.isPlain, text.longBytes == nil {
            mix(text.words.0)
            mix(text.words.1)
        } else {
            text.withUTF8 { for byte in $0 { mix(UInt64(byte)) } }
            mix(0x1FF)
        }
    }

    mutating func add(number: Int32?) { mix(UInt64(bitPattern: Int64(number ?? -1))) }
}
