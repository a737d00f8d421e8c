import CareModel

/// What the profile of MassHealth makes of a record, beside what was sent.
///
/// A class, as every record of a transaction set refers to it.
package final class MassHealthExtension: Sendable {
    /// `"county":"Essex",` for each number from 1; empty for counties without a name.
    private let counties: [[UInt8]]
    /// Later ends are open: the file's day a year on, as CCYYMMDD.
    let yearAhead: Int32

    /// - Parameters:
    ///   - counties: names of counties, that of number 1 first; empty for one without a name.
    ///   - date: the day of the file.
    package init(counties: [String], date: CalendarDate?) {
        self.counties = (0..<14).map { index in
            let name = counties.dropFirst(index).first ?? ""
            if name.isEmpty { return [] }
            var buffer = ByteBuffer()
            buffer.member("\"county\":", string: name)
            return buffer.array()
        }
        yearAhead = date?.yearAhead ?? Int32.max
    }

    /// Appends `"masshealth":{…},`, unless there is nothing to say.
    func write(_ enrollment: RecordObject<EnrollmentFields>, to buffer: inout ByteBuffer) {
        let start = buffer.count
        buffer.append("\"masshealth\":{")
        let empty = buffer.count
        writeReasons(enrollment, &buffer)
        let member = enrollment.object(.member, MemberFields.self)
        if let residence = member?.object(.residence, AddressFields.self) {
            writeCounty(residence, &buffer)
        }
        writeACOs(enrollment, &buffer)
        if buffer.count == empty {
            buffer.truncate(to: start)
        } else {
            buffer.closeObject()
        }
    }

    /// Of a residence in Massachusetts, or one that names no state.
    private func writeCounty(
        _ residence: RecordObject<AddressFields>, _ buffer: inout ByteBuffer
    ) {
        guard residence.has(.county), let county = MassHealthCounty(residence.bytes(.county)),
            !residence.has(.state) || residence.key(.state) == 0x414D
        else { return }
        buffer.append(counties[county.number - 1])
    }

    /// Of each REF*ZZ that has one.
    private func writeReasons(
        _ enrollment: RecordObject<EnrollmentFields>, _ buffer: inout ByteBuffer
    ) {
        let start = buffer.count
        buffer.append("\"reasons\":[")
        let empty = buffer.count
        for identifier in enrollment.objects(.identifiers, IdentifierFields.self)
        where identifier.key(.code) == 0x5A5A {
            let sent = identifier.bytes(.value)
            guard MassHealthReason.isSent(sent) else { continue }
            buffer.append("{\"code\":\"")
            buffer.append(sent[0])
            buffer.append(sent[1])
            buffer.append("\"},")
        }
        close(from: start, empty: empty, &buffer)
    }

    /// Ends an array, or takes one back that is empty.
    private func close(from start: Int, empty: Int, _ buffer: inout ByteBuffer) {
        if buffer.count == empty {
            buffer.truncate(to: start)
        } else {
            buffer.closeArray()
        }
    }

    /// Of coverages with their plan, and of reporting categories with their name.
    private func writeACOs(
        _ enrollment: RecordObject<EnrollmentFields>, _ buffer: inout ByteBuffer
    ) {
        let start = buffer.count
        buffer.append("\"acos\":[")
        let empty = buffer.count
        for coverage in enrollment.objects(.coverages, CoverageFields.self) {
            for identifier in coverage.objects(.identifiers, IdentifierFields.self) {
                write(
                    identifier, "\"plan\":\"", coverage.bytes, coverage.slot(.plan), &buffer)
            }
        }
        for category in enrollment.objects(.reportingCategories, ReportingCategoryFields.self) {
            guard let identifier = category.object(.identifier, IdentifierFields.self) else {
                continue
            }
            write(
                identifier, "\"category\":\"", category.bytes, category.slot(.name), &buffer)
        }
        close(from: start, empty: empty, &buffer)
    }

    @inline(__always)
    private func write(
        _ identifier: RecordObject<IdentifierFields>, _ key: StaticString,
        _ bytes: UnsafePointer<UInt8>, _ name: Slot, _ buffer: inout ByteBuffer
    ) {
        guard identifier.key(.code) == 0x44_4950, PIDSL.isValid(identifier.bytes(.value))
        else { return }
        buffer.append("{\"pidsl\":\"")
        buffer.text(nil, bytes, identifier.slot(.value))
        if !name.isEmpty {
            buffer.append(key)
            buffer.text(nil, bytes, name)
        }
        buffer.closeObject()
    }
}
