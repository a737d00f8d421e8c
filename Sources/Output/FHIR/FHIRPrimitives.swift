import CareModel

typealias FHIRBytes = UnsafeBufferPointer<UInt8>

/// Values of FHIR in JSON. What FHIR could not take is not written, and nothing is empty.
extension ByteBuffer {
    /// A string.
    mutating func fhir(_ key: StaticString, _ text: FHIRBytes) {
        guard !text.isEmpty else { return }
        append(key)
        append(UInt8(ascii: "\""))
        append(escapingAny: text)
        append("\",")
    }

    mutating func fhir<Fields: RecordFields>(
        _ key: StaticString, _ object: RecordObject<Fields>, _ field: Fields
    ) {
        fhir(key, object.bytes(field))
    }

    /// A string of our own.
    mutating func fhir(_ key: StaticString, ours text: StaticString) {
        append(key)
        value(text)
    }

    /// A code of any list: FHIR takes no blanks but single ones inside.
    static func isCode(_ code: FHIRBytes) -> Bool {
        var wasBlank = true
        for byte in code {
            guard byte >= 0x20 else { return false }
            if byte == 0x20, wasBlank { return false }
            wasBlank = byte == 0x20
        }
        return !wasBlank
    }

    /// A code of a list that FHIR fixes; whether it is one.
    @discardableResult
    mutating func fhir(_ key: StaticString, _ code: FHIRBytes, of codes: [StaticString]) -> Bool {
        guard let known = codes.first(where: { code.isEqual(to: $0) }) else { return false }
        fhir(key, ours: known)
        return true
    }

    /// A code that must be there: the one sent, if FHIR has it, or what stands for none.
    mutating func fhir(
        _ key: StaticString, _ code: FHIRBytes, of codes: [StaticString], else other: StaticString
    ) {
        if !fhir(key, code, of: codes) { fhir(key, ours: other) }
    }

    /// A URI: blanks, which it cannot have, are written as `%20`.
    mutating func fhir(_ key: StaticString, uri: FHIRBytes) {
        guard !uri.isEmpty else { return }
        append(key)
        append(UInt8(ascii: "\""))
        for byte in uri {
            switch byte {
            case 0...0x20: append("%20")
            case 0x22: append("%22")
            case 0x5C: append("%5C")
            default: append(byte)
            }
        }
        append("\",")
    }

    /// A flag that was sent.
    mutating func fhir<Fields: RecordFields>(
        _ key: StaticString, flag object: RecordObject<Fields>, _ field: Fields
    ) {
        guard let flag = object.flag(field) else { return }
        append(key)
        append(flag ? "true," : "false,")
    }

    // MARK: Times

    /// A date, or the part of one that is known.
    mutating func fhir(_ key: StaticString, date: FHIRBytes) {
        guard FHIRTime.isDate(date) else { return }
        append(key)
        append(UInt8(ascii: "\""))
        append(date: date)
        append("\",")
    }

    /// A date, and its time where that says in which zone it is.
    mutating func fhir(_ key: StaticString, date: FHIRBytes, time: FHIRBytes) {
        guard FHIRTime.isDate(date) else { return }
        append(key)
        append(UInt8(ascii: "\""))
        append(date: date)
        if date.count == 8 { append(time: time) }
        append("\",")
    }

    /// The same of an end, which is not written where it stands for none.
    mutating func fhir(_ key: StaticString, end date: FHIRBytes, time: FHIRBytes = .none) {
        if CalendarDate(date)?.isOpenEnd != true { fhir(key, date: date, time: time) }
    }

    /// A day with its time, seconds and zone; nothing where one of them is not known.
    mutating func fhir(_ key: StaticString, instant date: FHIRBytes, time: FHIRBytes) {
        guard date.count == 8, FHIRTime.zone(time) != nil else { return }
        fhir(key, date: date, time: time)
    }

    private mutating func append(date: FHIRBytes) {
        for (place, byte) in date.enumerated() {
            if date.count == 8, place == 4 || place == 6 { append(UInt8(ascii: "-")) }
            append(byte)
        }
    }

    private mutating func append(time: FHIRBytes) {
        guard let zone = FHIRTime.zone(time) else { return }
        append(UInt8(ascii: "T"))
        append(FHIRBytes(rebasing: time[..<zone]))
        if zone == 5 { append(":00") }
        append(FHIRBytes(rebasing: time[zone...]))
    }
}

/// What dates and times FHIR takes.
enum FHIRTime {
    /// CCYYMMDD, `CCYY-MM` or `CCYY`.
    static func isDate(_ date: FHIRBytes) -> Bool {
        switch date.count {
        case 4: isDigits(date[...]) && date[0] != 0x30
        case 7:
            isDigits(date[..<4]) && date[0] != 0x30 && date[4] == 0x2D && isDigits(date[5...])
                && 1...12 ~= Int(date[5] - 0x30) * 10 + Int(date[6] - 0x30)
        default: CalendarDate(date) != nil && date[0] != 0x30
        }
    }

    /// Whether it is the date of an end, and does not stand for there being none.
    static func isEnd(_ date: FHIRBytes) -> Bool {
        isDate(date) && CalendarDate(date)?.isOpenEnd != true
    }

    /// Whether a day and its time can be told whole.
    static func isMoment(_ date: FHIRBytes, _ time: FHIRBytes) -> Bool {
        isDate(date) && (time.isEmpty || (date.count == 8 && zone(time) != nil))
    }

    /// Where the zone of a time begins: `09:30`, `09:30:00` or `09:30:00.5`, then `Z` or `-05:00`.
    static func zone(_ time: FHIRBytes) -> Int? {
        guard let zone = time.firstIndex(where: { $0 == 0x5A || $0 == 0x2B || $0 == 0x2D }),
            isClock(time[..<zone])
        else { return nil }
        let rest = time[zone...]
        if rest.elementsEqual("Z".utf8) { return zone }
        guard rest.count == 6, rest.first != 0x5A, isPair(rest.dropFirst(), below: 15),
            rest[zone + 3] == 0x3A, isPair(rest.dropFirst(4), below: 60)
        else { return nil }
        return zone
    }

    private static func isClock(_ clock: Slice<FHIRBytes>) -> Bool {
        guard clock.count == 5 || clock.count >= 8, isPair(clock, below: 24), clock[2] == 0x3A,
            isPair(clock.dropFirst(3), below: 60)
        else { return false }
        if clock.count == 5 { return true }
        guard clock[5] == 0x3A, isPair(clock.dropFirst(6), below: 60) else { return false }
        let fraction = clock.dropFirst(8)
        return fraction.isEmpty
            || (fraction.count > 1 && fraction.first == 0x2E && isDigits(fraction.dropFirst()))
    }

    /// Two digits, and less than so many.
    private static func isPair(_ bytes: Slice<FHIRBytes>, below limit: Int) -> Bool {
        let pair = bytes.prefix(2)
        guard pair.count == 2, isDigits(pair) else { return false }
        return pair.reduce(0) { $0 * 10 + Int($1 - 0x30) } < limit
    }

    private static func isDigits(_ bytes: Slice<FHIRBytes>) -> Bool {
        bytes.allSatisfy { 0x30...0x39 ~= $0 }
    }
}

extension FHIRBytes {
    func isEqual(to text: StaticString) -> Bool {
        text.withUTF8Buffer { $0.elementsEqual(self) }
    }

    static var none: FHIRBytes { FHIRBytes(start: nil, count: 0) }
}
