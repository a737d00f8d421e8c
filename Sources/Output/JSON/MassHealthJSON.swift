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
    ///   - counties: names of counties by number; a county without one has no name.
    ///   - date: the day of the file.
    package init(counties: [Int: String], date: CalendarDate?) {
        self.counties = (1...14).map { number in
            guard let name = counties[number] else { return [] }
            var buffer = ByteBuffer()
            buffer.member("\"county\":", string: name)
            return buffer.array()
        }
        yearAhead = date?.yearAhead ?? Int32.max
    }

    /// Appends `"masshealth":{…},`, unless there is nothing to say.
    func write(_ enrollment: Enrollment, to buffer: inout ByteBuffer) {
        let start = buffer.count
        buffer.append("\"masshealth\":{")
        let empty = buffer.count
        writeReasons(enrollment, &buffer)
        writeCounty(enrollment.member.residence, &buffer)
        writeACOs(enrollment, &buffer)
        if buffer.count == empty {
            buffer.truncate(to: start)
        } else {
            buffer.closeObject()
        }
    }

    /// Of a residence in Massachusetts, or one that names no state.
    private func writeCounty(_ residence: PostalAddress?, _ buffer: inout ByteBuffer) {
        guard let residence, let county = residence.county.flatMap({ MassHealthCounty($0) }),
            residence.state.map({ $0.key == 0x414D }) ?? true
        else { return }
        buffer.append(counties[county.number - 1])
    }

    /// Of each REF*ZZ that has one.
    private func writeReasons(_ enrollment: Enrollment, _ buffer: inout ByteBuffer) {
        let start = buffer.count
        buffer.append("\"reasons\":[")
        let empty = buffer.count
        for identifier in enrollment.identifiers where identifier.qualifier.value.key == 0x5A5A {
            guard let reason = MassHealthReason(identifier.value) else { continue }
            buffer.value(Code(reason.code))
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
    private func writeACOs(_ enrollment: Enrollment, _ buffer: inout ByteBuffer) {
        let start = buffer.count
        buffer.append("\"acos\":[")
        let empty = buffer.count
        for index in enrollment.coverages.indices {
            for identifier in enrollment.coverages[index].identifiers {
                write(identifier, "\"plan\":", enrollment.coverages[index].plan, &buffer)
            }
        }
        for index in enrollment.reportingCategories.indices {
            guard let identifier = enrollment.reportingCategories[index].identifier else {
                continue
            }
            write(
                identifier, "\"category\":", enrollment.reportingCategories[index].name, &buffer)
        }
        close(from: start, empty: empty, &buffer)
    }

    private func write(
        _ identifier: Qualified<Text>, _ key: StaticString, _ name: Text?,
        _ buffer: inout ByteBuffer
    ) {
        guard identifier.qualifier.value.key == 0x44_4950, let pidsl = PIDSL(identifier.value)
        else { return }
        buffer.openObject()
        buffer.member("\"pidsl\":", pidsl.text)
        buffer.member(key, name)
        buffer.closeObject()
    }
}
