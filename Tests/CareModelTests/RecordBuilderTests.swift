import Testing

@testable import CareModel

/// Slots of one record after another.
struct RecordBuilderTests {
    /// Calls `body` with bytes after which some more are readable.
    private static func withBytes(_ text: String, _ body: (UnsafePointer<UInt8>) -> Void) {
        (Array(text.utf8) + [UInt8](repeating: 0x2A, count: 16)).withUnsafeBufferPointer {
            if let base = $0.baseAddress { body(base) }
        }
    }

    private static func slot(_ start: Int, _ count: Int) -> Slot {
        Slot(start: UInt32(start), extent: UInt32(count))
    }

    @Test func aNewObjectIsEmpty() {
        var builder = RecordBuilder()
        let object = builder.add(PartyFields.self)
        let other = builder.add(PeriodFields.self)
        #expect(object > 0 && other == object + PartyFields.slotCount)
        let party = builder.record(object, as: PartyFields.self)
        for field in PartyFields.allCases {
            #expect(builder.slot(object, field).isEmpty)
            #expect(!party.has(field) && party.key(field) == 0 && party.text(field) == nil)
            #expect(party.day(field) == 0)
        }
        #expect(builder.object(object, PartyFields.name) == 0)
        #expect(party.object(.name, PersonNameFields.self) == nil)
        #expect(Array(party.objects(.contacts, ContactFields.self)).isEmpty)
    }

    @Test(arguments: [0, 1, 12, 4_294_967_295])
    func numbersThatWereCountedAreKept(_ number: Int) {
        var builder = RecordBuilder()
        let diagnosis = builder.add(ClaimDiagnosisFields.self)
        #expect(builder.record(diagnosis, as: ClaimDiagnosisFields.self).number(.order) == nil)
        builder.set(diagnosis, ClaimDiagnosisFields.order, number: number)
        #expect(builder.record(diagnosis, as: ClaimDiagnosisFields.self).number(.order) == number)
    }

    @Test func fieldsAreSetOneByOne() {
        Self.withBytes("DOEANN") { bytes in
            var builder = RecordBuilder()
            builder.start(bytes)
            let name = builder.add(PersonNameFields.self)
            let second = builder.add(PersonNameFields.self)
            builder.set(name, PersonNameFields.last, Self.slot(0, 3))
            builder.set(name, PersonNameFields.first, Self.slot(3, 3))
            builder.set(second, PersonNameFields.last, Self.slot(1, 2))
            let record = builder.record(name, as: PersonNameFields.self)
            #expect(record.text(.last)?.string == "DOE" && record.text(.first)?.string == "ANN")
            #expect(record.key(.last) == Text("DOE")?.key)
            #expect(Array(record.bytes(.first)) == Array("ANN".utf8))
            #expect(record.text(.middle) == nil && record.text(.suffix) == nil)
            #expect(builder.record(second, as: PersonNameFields.self).text(.last)?.string == "OE")
        }
    }

    @Test func anObjectIsTheValueOfAField() {
        var builder = RecordBuilder()
        let party = builder.add(PartyFields.self)
        let name = builder.add(PersonNameFields.self)
        builder.set(party, PartyFields.name, object: name)
        #expect(builder.object(party, PartyFields.name) == name)
        let record = builder.record(party, as: PartyFields.self)
        #expect(record.object(.name, PersonNameFields.self)?.index == name)
    }

    /// Lists whose objects are added in turns, one object at a time or many.
    @Test(arguments: [0, 1, 2, 3, 100, 2000])
    func listsKeepTheirOrder(_ count: Int) {
        var builder = RecordBuilder()
        let enrollment = builder.add(EnrollmentFields.self)
        var schools: [Int] = []
        var dates: [Int] = []
        for _ in 0..<count {
            schools.append(builder.add(PartyFields.self))
            builder.append(schools[schools.count - 1], to: enrollment, EnrollmentFields.schools)
            dates.append(builder.add(DateFields.self))
            builder.append(dates[dates.count - 1], to: enrollment, EnrollmentFields.dates)
        }
        let record = builder.record(enrollment, as: EnrollmentFields.self)
        #expect(record.objects(.schools, PartyFields.self).map(\.index) == schools)
        #expect(record.objects(.dates, DateFields.self).map(\.index) == dates)
        #expect(Array(record.objects(.coverages, CoverageFields.self)).isEmpty)
    }

    /// What was set before the table of slots grew is there after it, and new objects are empty.
    @Test(arguments: [1000, 1023, 1024, 1025, 5000])
    func itGrows(_ slots: Int) {
        var builder = RecordBuilder()
        let first = builder.add(PeriodFields.self)
        builder.set(first, PeriodFields.end, Self.slot(7, 8))
        var objects: [Int] = []
        while (objects.last ?? 0) < slots {
            let object = builder.add(TotalFields.self)
            #expect(builder.slot(object, TotalFields.code).isEmpty)
            #expect(builder.slot(object, TotalFields.value).isEmpty)
            builder.set(object, TotalFields.value, Self.slot(objects.count, 1))
            objects.append(object)
        }
        #expect(builder.slot(first, PeriodFields.end).start == 7)
        #expect(builder.slot(first, PeriodFields.end).count == 8)
        for (index, object) in objects.enumerated() {
            #expect(builder.slot(object, TotalFields.value).start == UInt32(index))
        }
    }

    /// The memory of a record serves the next; its values do not.
    @Test func itIsUsedAgain() {
        Self.withBytes("AB") { bytes in
            var builder = RecordBuilder()
            builder.start(bytes)
            let before = builder.add(EnrollmentFields.self)
            for _ in 0..<500 {
                builder.append(
                    builder.add(PartyFields.self), to: before, EnrollmentFields.schools)
            }
            for field in EnrollmentFields.allCases { builder.set(before, field, Self.slot(0, 2)) }
            if let text = Text("A") {
                builder.other = [OtherValue(place: "2000/INS-14", value: text, bytes: 0..<1)]
            }
            builder.start(bytes + 1)
            let object = builder.add(EnrollmentFields.self)
            #expect(object == before)
            #expect(builder.other.isEmpty)
            let record = builder.record(object, as: EnrollmentFields.self)
            for field in EnrollmentFields.allCases { #expect(!record.has(field)) }
            builder.set(object, EnrollmentFields.memberId, Self.slot(0, 1))
            #expect(
                builder.record(object, as: EnrollmentFields.self).text(.memberId)?.string == "B")
        }
    }

    /// Texts of a field, and what it is as a value.
    @Test func valuesAreMadeWhenAskedFor() {
        Self.withBytes("20250701XY021") { bytes in
            var builder = RecordBuilder()
            builder.start(bytes)
            let object = builder.add(EnrollmentFields.self)
            builder.set(object, EnrollmentFields.deathDate, Self.slot(0, 8))
            builder.set(object, EnrollmentFields.subscriber, Self.slot(9, 1))
            builder.set(object, EnrollmentFields.disabled, Self.slot(8, 1))
            builder.set(object, EnrollmentFields.maintenanceType, Self.slot(10, 3))
            let record = builder.record(object, as: EnrollmentFields.self)
            #expect(
                record.date(.deathDate)
                    == Text("20250701").flatMap { CalendarDate($0) }.map { .valid($0) })
            #expect(record.day(.deathDate) == 2025_07_01)
            #expect(record.flag(.subscriber) == true && record.flag(.disabled) == false)
            #expect(record.flag(.confidentiality) == nil)
            #expect(record.code(.maintenanceType)?.label?.description == "addition")
            builder.set(object, EnrollmentFields.deathDate, Self.slot(1, 8))
            #expect(record.date(.deathDate) == Text("0250701X").map { .raw($0) })
            #expect(record.day(.deathDate) == 0)
        }
    }

    @Test func aSlotKnowsWhetherItIsPlain() {
        let plain = Slot(start: 3, extent: 5)
        let unusual = Slot(start: 3, extent: 5 | Slot.unusualFlag)
        #expect(plain.isPlain && !unusual.isPlain)
        #expect(plain.count == 5 && unusual.count == 5)
        #expect(!plain.isEmpty && !unusual.isEmpty && Slot.none.isEmpty)
    }
}
