/// A span of days, both ends included; `Day.open` ends an open one.
struct Span: Sendable {
    var start: Day
    var end: Day

    var isOpen: Bool { end == .open }
}

/// What one 2000 loop says about a member: everything that must agree across its segments.
struct Member: Sendable {
    enum Relationship: Sendable {
        case subscriber, spouse, child
    }

    /// INS03, and why a change was sent.
    enum Maintenance: Sendable {
        case addition, termination, audit
        case change(Change)
    }

    enum Change: Sendable {
        case name, birthDate, address, provider, coverage
    }

    var person: Person
    var relationship: Relationship
    /// The person whose member number REF*0F carries.
    var subscriber: Int
    /// The household's number, from which the case number follows.
    var household: Int
    var address: Address
    var maintenance: Maintenance
    /// Eligibility: DTP*356 and DTP*357.
    var span: Span
    /// Whole years on the file's date.
    var age: Int
    /// Ended by death on the last day of the span.
    var hasDied = false
    /// INS17 of twins, 1 or 2.
    var birthSequence: Int?
    /// Area code and last two digits of the telephone number.
    var phoneLine: Int

    var maintenanceCode: StaticString {
        switch maintenance {
        case .addition: "021"
        case .termination: "024"
        case .change: "001"
        case .audit: "030"
        }
    }

    var isSubscriber: Bool { relationship == .subscriber }

    var isTermination: Bool {
        if case .termination = maintenance { true } else { false }
    }

    /// Additions and changes may come with an identification card.
    var needsCard: Bool {
        switch maintenance {
        case .addition, .change: true
        case .termination, .audit: false
        }
    }

    var change: Change? {
        if case .change(let change) = maintenance { change } else { nil }
    }
}
