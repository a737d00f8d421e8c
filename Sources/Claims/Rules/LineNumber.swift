import CareModel
import Diagnostics
import X12Mapping
import X12Syntax

extension Rule {
    static let lineNumber = Rule(
        "claim.line.number", .warning, "The lines of a claim are numbered from 1 in their order",
        snip: 2, acknowledgment: .element("7"),
        help: """
            LX01 came before, or is not one more than that of the line before: answers that name a line by \
            its number cannot be matched. Often lines were cut from a claim, or claims were joined.
            """)
}

/// Numbers of lines that do not count them. Source: the guides, 2400 LX01.
enum LineNumber {
    static func check(
        _ claim: RecordObject<ClaimFields>, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        var expected: UInt64 = 0
        var isCounted = true
        for line in claim.objects(.serviceLines, ServiceLineFields.self) {
            expected += 1
            // Lines that have lost their LX are told of by the guide's own rules.
            guard line.has(.number) else { return }
            let number = number(line.bytes(.number))
            if number == expected { continue }
            guard !isCounted || locator.isWhole else { return }
            // What comes behind a number that was sent is nearly a value of the input.
            locator.add(
                .lineNumber, at: .number, of: line,
                expected: isCounted ? "\(expected)" : "one more than before", to: &collector)
            isCounted = false
            expected = number ?? expected
        }
    }

    @inline(__always)
    private static func number(_ digits: UnsafeBufferPointer<UInt8>) -> UInt64? {
        guard 1...9 ~= digits.count else { return nil }
        var number: UInt64 = 0
        for digit in digits {
            guard 0x30...0x39 ~= digit else { return nil }
            number = number * 10 + UInt64(digit - 0x30)
        }
        return number
    }
}
