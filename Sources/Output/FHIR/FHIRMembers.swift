import CareModel

/// What a resource says, as JSON: `"name":"…","telecom":[{…}],`.
struct FHIRMembers {
    private var values: [(key: FHIRBytes, value: FHIRBytes)] = []

    /// Elements of organizations and people, the only ones that are told twice, in FHIR's order.
    private static let keys: [StaticString] = [
        "\"identifier\"", "\"type\"", "\"name\"", "\"telecom\"", "\"address\"",
    ]

    init(_ json: FHIRBytes) {
        for member in Self.parts(json) {
            let colon = member.firstIndex(of: 0x3A) ?? member.count
            values.append(
                (
                    FHIRBytes(rebasing: member[..<colon]),
                    FHIRBytes(rebasing: member[colon...].dropFirst())
                ))
        }
    }

    /// What both say; `nil` where they have different names, or what is not known to be a list.
    func merged(with other: FHIRMembers) -> [UInt8]? {
        guard
            (values + other.values).allSatisfy({ value in
                Self.keys.contains { value.key.isEqual(to: $0) }
            })
        else { return nil }
        var both: [UInt8] = []
        for key in Self.keys {
            let sides = [value(key), other.value(key)].compactMap { $0 }
            guard let first = sides.first else { continue }
            both += FHIRBytes(start: key.utf8Start, count: key.utf8CodeUnitCount)
            both.append(0x3A)
            if let second = sides.dropFirst().first, !first.elementsEqual(second) {
                guard !key.description.contains("name"), let union = Self.union(first, second)
                else { return nil }
                both += union
            } else {
                both += first
            }
            both.append(0x2C)
        }
        return both
    }

    private func value(_ key: StaticString) -> FHIRBytes? {
        values.first { $0.key.isEqual(to: key) }?.value
    }

    /// The elements of two arrays, each once.
    private static func union(_ first: FHIRBytes, _ second: FHIRBytes) -> [UInt8]? {
        guard first.first == 0x5B, second.first == 0x5B else { return nil }
        let inner = [first, second].map { FHIRBytes(rebasing: $0.dropFirst().dropLast()) }
        let known = parts(inner[0])
        let more = parts(inner[1]).filter { part in
            !known.contains { $0.elementsEqual(part) }
        }
        return [0x5B] + (known + more).map { Array($0) }.joined(separator: [0x2C]) + [0x5D]
    }

    /// What stands between commas, but for those inside of strings and brackets.
    private static func parts(_ json: FHIRBytes) -> [FHIRBytes] {
        var parts: [FHIRBytes] = []
        var start = 0
        var depth = 0
        var isString = false
        var isEscaped = false
        for (index, byte) in json.enumerated() {
            if isString {
                if !isEscaped, byte == 0x22 { isString = false }
                isEscaped = !isEscaped && byte == 0x5C
                continue
            }
            switch byte {
            case 0x22: isString = true
            case 0x5B, 0x7B: depth += 1
            case 0x5D, 0x7D: depth -= 1
            case 0x2C where depth == 0:
                parts.append(FHIRBytes(rebasing: json[start..<index]))
                start = index + 1
            default: break
            }
        }
        if start < json.count { parts.append(FHIRBytes(rebasing: json[start...])) }
        return parts
    }
}
