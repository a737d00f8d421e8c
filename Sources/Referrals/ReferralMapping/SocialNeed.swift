import CareModel

/// Health-related social needs as codes: ICD-10-CM Z55 to Z65.
enum SocialNeed {
    /// Whether a code is one of Z55 to Z65.
    static func isCode(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
        guard code.count >= 3, code[0] & 0xDF == 0x5A, 0x30...0x39 ~= code[1],
            0x30...0x39 ~= code[2]
        else { return false }
        return 55...65 ~= Int(code[1] - 0x30) * 10 + Int(code[2] - 0x30)
    }

    /// The domain of the Gravity project that the title of a code names, the longest code first.
    ///
    /// Source: titles of ICD-10-CM, chapter 21.
    private static let categories: [(code: StaticString, category: StaticString)] = [
        ("Z5941", "food-insecurity"), ("Z5948", "food-insecurity"),
        ("Z5981", "housing-instability"), ("Z5982", "transportation-insecurity"),
        ("Z5986", "financial-insecurity"), ("Z5987", "material-hardship"),
        ("Z5912", "utility-insecurity"), ("Z556", "personal-health-literacy"),
        ("Z590", "homelessness"), ("Z591", "inadequate-housing"), ("Z594", "food-insecurity"),
        ("Z560", "employment-status"), ("Z602", "social-connection"),
        ("Z604", "social-connection"), ("Z651", "incarceration-status"),
    ]

    /// `nil` where the title names none.
    static func category(of code: Slot, _ arena: RecordArena) -> StaticString? {
        category(of: arena.bytes(code))
    }

    /// `nil` where the title names none.
    static func category(of code: UnsafeBufferPointer<UInt8>) -> StaticString? {
        let letters = code.filter { $0 != 0x2E }.map { $0 >= 0x61 ? $0 & 0xDF : $0 }
        return categories.first { entry in
            letters.starts(
                with: UnsafeBufferPointer(
                    start: entry.code.utf8Start, count: entry.code.utf8CodeUnitCount))
        }?.category
    }
}
