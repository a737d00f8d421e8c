import CareModel
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
    static func read(_ cursor: inout SegmentCursor) -> EnrollmentContext {
        var context = EnrollmentContext()
        while let loop = cursor.nextLoop {
            var isFirst = true
            guard let view = cursor.next(in: loop, isFirst: &isFirst) else { break }
            switch loop {
            case .transaction: read(view, &cursor.elements, &context)
            case .sponsor: context.sponsor = party(view, &cursor.elements)
            case .payer: context.payer = party(view, &cursor.elements)
            case .broker: context.brokers.append(party(view, &cursor.elements))
            case .brokerAccount: addAccount(view, &cursor.elements, &context)
            default: cursor.elements.keep(view, 0)
            }
        }
        context.other = cursor.elements.other
        return context
    }

    private static func read(
        _ view: SegmentView, _ elements: inout ElementReader, _ context: inout EnrollmentContext
    ) {
        switch view.entry.id {
        case SegmentID("BGN"):
            context.purpose = elements.code(view, 1, .transactionPurpose)
            context.reference = elements.text(view, 2)
            context.date = elements.date(view, 3)
            context.time = elements.text(view, 4)
            context.timeZone = elements.text(view, 5)
            context.originalReference = elements.text(view, 6)
            context.action = elements.code(view, 8, .action)
        case SegmentID("REF"):
            if context.policyNumber == nil, elements.key(view, 1) == Key("38") {
                context.policyNumber = elements.text(view, 2)
            } else {
                elements.keep(view, 1)
                elements.keep(view, 2)
            }
        case SegmentID("DTP"):
            if let date = elements.dated(view) { context.dates.append(date) }
        case SegmentID("QTY"):
            let total = elements.qualified(view, 1, 2, .controlTotal)
            if let total { context.totals.append(total) }
        default: break  // ST is in the record's source
        }
    }

    private static func party(
        _ view: SegmentView, _ elements: inout ElementReader
    ) -> ContextParty {
        var party = ContextParty()
        party.role = elements.code(view, 1, .entity)
        party.name = elements.text(view, 2)
        if view.elementCount >= 3 {
            party.identifier = elements.qualified(view, 3, 4, .identification)
        }
        return party
    }

    private static func addAccount(
        _ view: SegmentView, _ elements: inout ElementReader, _ context: inout EnrollmentContext
    ) {
        var accounts: [Text] = []
        if let account = elements.text(view, 1) { accounts.append(account) }
        if let account = elements.text(view, 6) { accounts.append(account) }
        if context.brokers.isEmpty {
            context.brokers.append(ContextParty())
        }
        context.brokers[context.brokers.count - 1].accounts += accounts
    }
}
