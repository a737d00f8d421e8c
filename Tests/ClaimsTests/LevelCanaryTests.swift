import CareModel
import Testing
import X12Grammar

/// Header and levels that use every element of the guides: each value is in a field.
struct LevelCanaryTests {
    typealias Canary = ClaimCanaryTests.Canary

    private static func canary(_ guide: Guide) -> (header: Canary, levels: Canary) {
        var header = Canary()
        header.add(["", "1000A", "1000B"], of: guide)
        var levels = Canary()
        levels.add("HL*1**20*1~")
        levels.add(["2000A", "2010AA", "2010AB", "2010AC"], of: guide)
        levels.add("HL*2*1*22*1~")
        levels.add(["2000B", "2010BA", "2010BB"], of: guide)
        levels.add("HL*3*2*23*0~")
        levels.add(["2000C", "2010CA"], of: guide)
        return (header, levels)
    }

    @Test(arguments: ClaimCanaryTests.guides)
    func nothingOfHeaderAndLevelsIsDropped(_ name: String) throws {
        let guide = try #require(ClaimReading.guides[name]).guide
        let (header, levels) = Self.canary(guide)
        #expect(header.markers.count > 8 && levels.markers.count > 60)
        let reading = ClaimReading(
            levels.segments + ClaimReading.claim(), header: header.segments, guide: name)
        let line = try #require(reading.lines.first)
        let context = try #require(reading.contexts.first)
        #expect(context.other == [])
        let values = ClaimCanaryTests.texts(of: context)
        for (place, value) in header.markers + levels.markers {
            if !line.contains(value) { Issue.record("\(place) is not in the output") }
            if !values.contains(value) { Issue.record("\(place) is in no property") }
        }
    }

    /// A level without a value does not have that of the level before.
    @Test(arguments: ClaimCanaryTests.guides)
    func nothingIsLeftForTheNextLevel(_ name: String) throws {
        let guide = try #require(ClaimReading.guides[name]).guide
        let (header, levels) = Self.canary(guide)
        let small = ClaimReading.billing() + ClaimReading.subscriber() + ClaimReading.claim()
        let after = ClaimReading(levels.segments + small, header: header.segments, guide: name)
        let alone = ClaimReading(small, header: header.segments, guide: name)
        #expect(after.contexts.last == alone.contexts.last)
        #expect(after.value("billingProvider") == alone.value("billingProvider"))
        #expect(after.value("subscriber") == alone.value("subscriber"))
    }
}
