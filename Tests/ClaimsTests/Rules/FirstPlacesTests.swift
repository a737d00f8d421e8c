import Diagnostics
import Testing

@testable import Claims

struct FirstPlacesTests {
    @Test func theFirstPlaceIsKept() {
        var places = FirstPlaces()
        #expect(places.add(7, at: 0) == nil)
        #expect(places.add(7, at: 90) == 0)
        #expect(places.add(8, at: 100) == nil)
        #expect(places.add(7, at: 200) == 0)
        #expect(places.add(8, at: 200) == 100)
    }

    /// Keys that differ in any one of the bits that are kept are others.
    @Test func manyKeysAreToldApart() {
        var places = FirstPlaces()
        var key: UInt64 = 1
        var keys: [UInt64] = []
        for index in 0..<100_000 {
            key = key &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            keys.append(key)
            places.prepare(key)
            #expect(places.add(key, at: index * 10) == nil)
        }
        for (index, key) in keys.enumerated() where places.add(key, at: 1) != index * 10 {
            Issue.record("key \(index) is not where it was")
        }
    }

    @Test func keysThatShareAPlaceAreToldApart() {
        var places = FirstPlaces()
        for high in 0..<200 as Range<UInt64> {
            #expect(places.add(high << 32 | 5, at: Int(high)) == nil)
        }
        for high in 0..<200 as Range<UInt64> {
            #expect(places.add(high << 32 | 5, at: 1_000) == Int(high))
        }
    }

    @Test func offsetsBeyondATerabyteAreKept() {
        var places = FirstPlaces()
        #expect(places.add(1, at: 1 << 39) == nil)
        #expect(places.add(1, at: 0) == 1 << 39)
        #expect(places.add(2, at: Int.max - 1) == nil)
        #expect(places.add(2, at: 0) == (1 << 40) - 2)
    }
}
