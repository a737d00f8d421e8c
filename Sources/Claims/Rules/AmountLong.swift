import Diagnostics
import X12Grammar
import X12Mapping
import X12Structure
import X12Syntax

extension Rule {
    static let amountLong = Rule(
        "claim.amount.long", .warning, "An amount has at most ten digits, cents included", snip: 1,
        help: """
            The guides of claims bound amounts to 10 digits of the 18 that the element has room for: \
            no more than 99999999.99. Point and sign are not counted; an amount without a point counts \
            two digits more, for its cents. Other programs may cut or refuse it.
            """)
}

/// Amounts (data element 782) of more digits than the guides of claims allow.
struct AmountLong: Sendable {
    /// An element or component of a segment that is an amount.
    private struct Amount: Sendable {
        let element: Int
        /// 0 for a simple element.
        let component: Int
    }
    private let guide: Guide
    private let amounts: [Amount]
    /// Of each segment of the guide, the first of its own; and how many there are in all.
    private let starts: [Int]

    init(_ guide: Guide) {
        self.guide = guide
        var amounts: [Amount] = []
        var starts = [0]
        for segment in guide.segments {
            for element in segment.elements {
                if element.number == "782" {
                    amounts.append(Amount(element: element.position, component: 0))
                }
                for part in element.components where part.number == "782" {
                    amounts.append(Amount(element: element.position, component: part.position))
                }
            }
            starts.append(amounts.count)
        }
        self.amounts = amounts
        self.starts = starts
    }

    func check(_ locator: ClaimLocator, _ collector: inout FindingCollector) {
        let block = locator.segments.block
        for match in locator.segments.matched where match.isPlaced {
            let segment = Int(match.segment)
            let end = starts[segment + 1]
            var index = starts[segment]
            if index == end { continue }
            let view = block.view(match.entry)
            while index < end, amounts[index].element <= view.elementCount {
                // Nine digits without a point are too many; few amounts are as long.
                if view.range(amounts[index].element).count > 8 {
                    check(amounts[index], view, match, locator, &collector)
                }
                index += 1
            }
        }
    }

    @inline(never)
    private func check(
        _ amount: Amount, _ view: SegmentView, _ match: MatchedSegment, _ locator: ClaimLocator,
        _ collector: inout FindingCollector
    ) {
        var range = view.range(amount.element)
        if amount.component > 0 {
            guard let part = component(amount.component, of: range, view, locator) else { return }
            range = part
        }
        guard AmountLong.digits(view.slice(range)) > 10 else { return }
        collector.add(
            .amountLong, at: range,
            place: Place(
                loop: locator.segments.loops[Int(match.loop)].rawValue,
                segment: guide.segments[Int(match.segment)].id, element: amount.element,
                component: amount.component),
            expected: "at most 10 digits")
    }

    private func component(
        _ number: Int, of range: Range<Int>, _ view: SegmentView, _ locator: ClaimLocator
    ) -> Range<Int>? {
        var start = range.lowerBound
        var left = number - 1
        for offset in range where view.bytes[offset] == locator.component {
            if left == 0 { return start..<offset }
            left -= 1
            start = offset + 1
        }
        return left == 0 ? start..<range.upperBound : nil
    }

    /// How many digits an amount has with its cents; 0 for what is no number, or longer than its element
    /// may be, which is told as such.
    private static func digits(_ sent: UnsafeBufferPointer<UInt8>) -> Int {
        var digits = 0
        var hasPoint = false
        for byte in sent {
            switch byte {
            case 0x30...0x39: digits += 1
            case 0x2E: hasPoint = true
            case 0x2D, 0x20: break
            default: return 0
            }
        }
        if digits == 0 || digits > 18 { return 0 }
        return hasPoint ? digits : digits + 2
    }
}
