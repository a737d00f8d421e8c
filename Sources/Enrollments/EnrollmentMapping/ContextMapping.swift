import CareModel
import X12Mapping
import X12Syntax

// table 1
//   ST    Transaction Set Header             R   1
//   BGN   Beginning Segment                  R   1
//   REF   Policy Number               38     S   1
//   DTP   File Effective Date                S  >1
//   QTY   Control Totals                     S   3
//   1000A Sponsor  1000B Payer  1000C TPA or broker  1100C its account

/// Maps the header table: what the members of a transaction set share.
struct ContextMapping {
    /// The header, an object of the cursor's record.
    static func read(_ cursor: inout SegmentCursor<EnrollmentLoop>) -> Int {
        let context = cursor.elements.record.add(ContextFields.self)
        while let loop = cursor.nextLoop {
            var isFirst = true
            guard let view = cursor.next(in: loop, isFirst: &isFirst) else { break }
            switch loop {
            case .transaction: read(view, &cursor.elements, context)
            case .sponsor: readParty(view, &cursor.elements, context, .sponsor)
            case .payer: readParty(view, &cursor.elements, context, .payer)
            case .broker: addBroker(view, &cursor.elements, context)
            case .brokerAccount: addAccounts(view, &cursor.elements, context)
            default: cursor.elements.keepWhole(view)
            }
        }
        return context
    }

    private static func read(
        _ view: SegmentView, _ elements: inout ElementReader, _ context: Int
    ) {
        switch view.entry.id {
        case SegmentID("BGN"):
            elements.set(context, ContextFields.purpose, view, 1)
            elements.set(context, ContextFields.reference, view, 2)
            elements.set(context, ContextFields.date, view, 3)
            elements.set(context, ContextFields.time, view, 4)
            elements.set(context, ContextFields.timeZone, view, 5)
            elements.set(context, ContextFields.originalReference, view, 6)
            elements.set(context, ContextFields.action, view, 8)
        case SegmentID("REF"):
            let isFirst = elements.record.slot(context, ContextFields.policyNumber).isEmpty
            if isFirst, elements.key(view, 1) == Key("38") {
                elements.set(context, ContextFields.policyNumber, view, 2)
            } else {
                elements.keep(view, 1)
                elements.keep(view, 2)
            }
        case SegmentID("DTP"):
            let date = elements.dated(view)
            if date > 0 { elements.record.append(date, to: context, ContextFields.dates) }
        case SegmentID("QTY"):
            elements.addQualified(
                view, 1, 2, TotalFields.code, .value, to: context, ContextFields.totals)
        default: break  // ST is in the record's source
        }
    }

    private static func readParty(
        _ view: SegmentView, _ elements: inout ElementReader, _ context: Int,
        _ field: ContextFields
    ) {
        let party = elements.record.add(ContextPartyFields.self)
        elements.record.set(context, field, object: party)
        elements.set(party, ContextPartyFields.role, view, 1)
        elements.set(party, ContextPartyFields.name, view, 2)
        if view.elementCount >= 3 {
            elements.setQualified(
                view, 3, 4, IdentificationFields.code, .value, of: party,
                ContextPartyFields.identifier)
        }
    }

    private static func addBroker(
        _ view: SegmentView, _ elements: inout ElementReader, _ context: Int
    ) {
        let broker = elements.append(BrokerFields.self, to: context, ContextFields.brokers)
        elements.set(broker, BrokerFields.role, view, 1)
        elements.set(broker, BrokerFields.name, view, 2)
        if view.elementCount >= 3 {
            elements.setQualified(
                view, 3, 4, IdentificationFields.code, .value, of: broker,
                BrokerFields.identifier)
        }
    }

    /// ACT01 and ACT06, of the broker before.
    private static func addAccounts(
        _ view: SegmentView, _ elements: inout ElementReader, _ context: Int
    ) {
        var broker = Int(elements.record.slot(context, ContextFields.brokers).extent)
        if broker == 0 {
            broker = elements.append(BrokerFields.self, to: context, ContextFields.brokers)
        }
        for element in [1, 6] {
            let account = elements.slot(view, element)
            guard !account.isEmpty else { continue }
            let added = elements.append(TextFields.self, to: broker, BrokerFields.accounts)
            elements.record.set(added, TextFields.value, account)
        }
    }
}
