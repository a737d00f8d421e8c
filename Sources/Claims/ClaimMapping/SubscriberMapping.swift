import CareModel
import X12Mapping
import X12Syntax

// loop 2000B  Subscriber Level                       R  >1  level
//   HL    Subscriber Level                   R   1
//   SBR   Subscriber Information             R   1
//   PAT   Patient Information                S   1
//   2010BA Subscriber  2010BB Payer

/// Maps loop 2000B: whose insurance pays.
enum SubscriberMapping {
    /// The level, an object of the cursor's record.
    static func read(_ cursor: inout SegmentCursor<ClaimLoop>) -> Int {
        let level = cursor.elements.record.add(ClaimSubscriberLevelFields.self)
        let subscriber = cursor.elements.object(
            ClaimSubscriberFields.self, in: level, ClaimSubscriberLevelFields.subscriber)
        let person = cursor.elements.object(
            ClaimPersonFields.self, in: subscriber, ClaimSubscriberFields.person)
        while let loop = cursor.nextLoop {
            switch loop {
            case .subscriberLevel: readLevel(&cursor, level, subscriber, person)
            case .subscriber: readSubscriber(&cursor, level, person)
            case .payer: PayerMapping.read(&cursor, level)
            default: cursor.skip()
            }
        }
        return level
    }

    private static func readLevel(
        _ cursor: inout SegmentCursor<ClaimLoop>, _ level: Int, _ subscriber: Int, _ person: Int
    ) {
        var isFirst = true
        while let view = cursor.next(in: .subscriberLevel, isFirst: &isFirst) {
            switch view.entry.id {
            case SegmentID("HL"): break  // which level lies in which is no content
            case SegmentID("SBR"): readSBR(view, &cursor.elements, level, subscriber)
            case SegmentID("PAT"): PersonMapping.readPAT(view, &cursor.elements, person)
            default: cursor.elements.keepWhole(view)
            }
        }
    }

    private static func readSBR(
        _ view: SegmentView, _ elements: inout ElementReader, _ level: Int, _ subscriber: Int
    ) {
        elements.set(subscriber, ClaimSubscriberFields.payerResponsibility, view, 1)
        elements.set(level, ClaimSubscriberLevelFields.relationship, view, 2)
        elements.set(subscriber, ClaimSubscriberFields.groupNumber, view, 3)
        elements.set(subscriber, ClaimSubscriberFields.groupName, view, 4)
        elements.set(subscriber, ClaimSubscriberFields.insuranceType, view, 5)
        elements.set(subscriber, ClaimSubscriberFields.claimFilingIndicator, view, 9)
    }

    // loop 2010BA  Subscriber Name                       R   1
    //   NM1   Subscriber Name             IL     R   1
    //   N3 N4 DMG REF PER

    private static func readSubscriber(
        _ cursor: inout SegmentCursor<ClaimLoop>, _ level: Int, _ person: Int
    ) {
        var isFirst = true
        while let view = cursor.next(in: .subscriber, isFirst: &isFirst) {
            PersonMapping.read(view, &cursor.elements, person)
            guard view.entry.id == SegmentID("NM1"), view.elementCount >= 8 else { continue }
            let number = cursor.elements.slot(view, 9)
            let qualifier = cursor.elements.key(view, 8)
            if qualifier == Key("MI") || qualifier == Key("II"), !number.isEmpty {
                cursor.elements.record.set(level, ClaimSubscriberLevelFields.memberId, number)
            }
            // What kind of number it is stands nowhere else, unless it is the usual one.
            if qualifier != Key("MI") || number.isEmpty {
                PersonMapping.setIdentifier(view, &cursor.elements, person)
            }
        }
    }
}

// loop 2010BB  Payer Name                            R   1
//   NM1   Payer Name                  PR     R   1
//   N3    Payer Address                      S   1
//   N4    City, State, ZIP Code              S   1
//   REF   Payer Identification  2U EI FY NF  S   3
//   REF   Billing Provider Id   G2 LU        S   2

/// Maps loop 2010BB: who is to pay.
enum PayerMapping {
    static func read(_ cursor: inout SegmentCursor<ClaimLoop>, _ level: Int) {
        let payer = cursor.elements.object(
            ClaimPayerFields.self, in: level, ClaimSubscriberLevelFields.payer)
        let party = cursor.elements.object(
            ClaimProviderFields.self, in: payer, ClaimPayerFields.party)
        var isFirst = true
        while let view = cursor.next(in: .payer, isFirst: &isFirst) {
            if view.entry.id == SegmentID("REF"), isProviders(cursor.elements.key(view, 1)) {
                ValueMapping.addIdentifier(
                    view, &cursor.elements, to: payer,
                    ClaimPayerFields.billingProviderIdentifiers)
            } else {
                ProviderMapping.read(view, &cursor.elements, party)
            }
        }
    }

    private static func isProviders(_ qualifier: Key) -> Bool {
        qualifier == Key("G2") || qualifier == Key("LU")
    }
}
