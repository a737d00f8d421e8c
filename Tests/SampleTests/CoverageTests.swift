import Diagnostics
import Foundation
import ShippedGrammars
import Testing
import X12Grammar
import X12Structure
import X12Syntax

/// Together the samples use everything that the guide of enrollments has.
struct CoverageTests {
    /// `2100A/NM1.9`: a segment by its number in the guide, an element or component by position.
    private struct Use: Hashable {
        let segment: Int
        let element: Int
        let component: Int
    }

    @Test func everyUsedElementIsInASample() throws {
        let guide = CompiledGuide(
            try #require(try GrammarLibrary.shipped.guide(named: "005010X220A1")))
        var uses: Set<Use> = []
        for story in Samples.stories
        where story.hasPrefix("834/") && story != "834/dirty" {
            uses.formUnion(try Self.uses(story, guide))
        }
        let trailer = guide.guide.segments.count - 1
        for (number, segment) in guide.guide.segments.enumerated() where number != trailer {
            let loop = guide.guide.loops[segment.loop].id
            for element in segment.elements where element.usage != .notUsed {
                for use in Self.wanted(number, element) where !uses.contains(use) {
                    Issue.record(
                        "\(loop)/\(segment.id) \(segment.name) \(use.element)-\(use.component)")
                }
            }
        }
    }

    private static func wanted(_ segment: Int, _ element: ElementDefinition) -> [Use] {
        guard element.isComposite else {
            return [Use(segment: segment, element: element.position, component: 0)]
        }
        return element.components.filter { $0.usage != .notUsed }.map {
            Use(segment: segment, element: element.position, component: $0.position)
        }
    }

    private static func uses(_ story: String, _ guide: CompiledGuide) throws -> Set<Use> {
        var reader = BlockReader(MemorySource(try Samples.bytes(story))) { _ in
            TransactionPlan(number: 0, recordOpener: guide.recordOpener)
        }
        var uses: Set<Use> = []
        var block = Block()
        var matcher = Matcher(guide)
        while reader.next(&block) {
            _ = block.withView { view in
                var collector = view.collector()
                for unit in block.content.units {
                    switch unit.kind {
                    case .header: matcher.startTransaction(segments: unit.segmentCount)
                    case .record: matcher.startRecord(segments: unit.segmentCount)
                    default: continue
                    }
                    let delimiters = block.content.contexts[unit.context].interchange.delimiters
                    matcher.match(view.segments(of: unit), in: view, delimiters, &collector)
                    for match in matcher.matched where match.isPlaced {
                        add(view.view(match.entry), match, guide, delimiters, &uses)
                    }
                }
            }
        }
        return uses
    }

    private static func add(
        _ view: SegmentView, _ match: MatchedSegment, _ guide: CompiledGuide,
        _ delimiters: Delimiters, _ uses: inout Set<Use>
    ) {
        let segment = Int(match.segment)
        for element in guide.guide.segments[segment].elements
        where element.position <= view.elementCount && !view.element(element.position).isEmpty {
            uses.insert(Use(segment: segment, element: element.position, component: 0))
            for repetition in view.element(element.position).split(
                separator: delimiters.repetition ?? 0)
            {
                let parts = repetition.split(
                    separator: delimiters.component ?? 0, omittingEmptySubsequences: false)
                for (index, part) in parts.enumerated() where !part.isEmpty {
                    uses.insert(
                        Use(segment: segment, element: element.position, component: index + 1))
                }
            }
        }
    }
}
