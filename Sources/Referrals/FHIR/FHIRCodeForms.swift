/// Forms of codes, by which mistakes show without their lists.
enum FHIRCodeForms {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// Up to seven digits, a hyphen and a check digit by Luhn. Source: LOINC Users' Guide.
    static func isLOINC(_ code: Bytes) -> Bool {
        // Parts of panels and answers are named too.
        let letters: Set<[UInt8]> = [Array("LA".utf8), Array("LP".utf8), Array("LL".utf8)]
        var digits = code[...]
        if letters.contains(Array(code.prefix(2))) { digits = digits.dropFirst(2) }
        guard digits.count >= 3, digits.count <= 10, let last = digits.last,
            digits.dropLast().last == 0x2D
        else { return false }
        let body = digits.dropLast(2)
        guard body.allSatisfy({ 0x30...0x39 ~= $0 }), 0x30...0x39 ~= last else { return false }
        guard digits.count == code.count else { return true }
        var sum = 0
        for (place, byte) in body.reversed().enumerated() {
            let digit = Int(byte) - 0x30
            let doubled = place % 2 == 0 ? digit * 2 : digit
            sum += doubled > 9 ? doubled - 9 : doubled
        }
        return (10 - sum % 10) % 10 == Int(last) - 0x30
    }

    private static let products: [[Int]] = [
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
        [2, 3, 4, 0, 1, 7, 8, 9, 5, 6], [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
        [4, 0, 1, 2, 3, 9, 5, 6, 7, 8], [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
        [6, 5, 9, 8, 7, 1, 0, 4, 3, 2], [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
        [8, 7, 6, 5, 9, 3, 2, 1, 0, 4], [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
    ]
    private static let permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]

    /// 6 to 18 digits, the last a check digit by Verhoeff. Source: SNOMED CT Release File
    /// Specification, "SCTID".
    static func isSNOMED(_ code: Bytes) -> Bool {
        guard 6...18 ~= code.count, code.first != 0x30 else { return false }
        var check = 0
        for (place, byte) in code.reversed().enumerated() {
            guard 0x30...0x39 ~= byte else { return false }
            var digit = Int(byte) - 0x30
            for _ in 0..<place % 8 { digit = permutation[digit] }
            check = products[check][digit]
        }
        return check == 0
    }

    /// A letter, a digit, a digit or letter, and up to four behind a point, which may be missing.
    /// Source: ICD-10-CM Official Guidelines, "Format and Structure".
    static func isICD10(_ code: Bytes) -> Bool {
        guard code.count >= 3, code[0] | 0x20 >= 0x61, code[0] | 0x20 <= 0x7A,
            0x30...0x39 ~= code[1], isDigitOrLetter(code[2])
        else { return false }
        var rest = code[3...]
        if rest.first == 0x2E {
            rest = rest.dropFirst()
            guard !rest.isEmpty else { return false }
        }
        return rest.count <= 4 && rest.allSatisfy { isDigitOrLetter($0) }
    }

    private static func isDigitOrLetter(_ byte: UInt8) -> Bool {
        0x30...0x39 ~= byte || 0x61...0x7A ~= (byte | 0x20)
    }
}
