/// Draws households whose people, dates and records make sense together.
struct HouseholdDraw {
    let options: EnrollmentSynthesis.Options
    let population: Population

    /// Appends the records of one household, at least one and at most `limit`.
    func draw(
        into members: inout [Member], limit: Int, persons: inout Int,
        _ random: inout SeededGenerator
    ) {
        let subscriber = drawSubscriber(number: persons, &random)
        persons += 1
        let changesPlan = limit > 1 && options.shape == .daily && random.chance(2)
        if changesPlan {
            appendPlanChange(of: subscriber, to: &members, &random)
            return
        }
        members.append(subscriber)
        if (22...55).contains(subscriber.age), random.chance(12) {
            appendDependents(of: subscriber, to: &members, limit: limit, &persons, &random)
        }
    }

    private func drawSubscriber(number: Int, _ random: inout SeededGenerator) -> Member {
        let age =
            switch random.below(100) {
            case 0..<26: random.within(0...17)
            case 26..<90: random.within(18...64)
            default: random.within(65...94)
            }
        let birth = options.fileDate - (age * 1461 / 4 + random.within(1...364))
        let person = population.person(number: number, birth: birth, &random)
        return member(
            person, .subscriber, subscriber: number,
            address: population.address(&random), drawMaintenance(&random), &random)
    }

    private func drawMaintenance(_ random: inout SeededGenerator) -> Member.Maintenance {
        guard options.shape == .daily else { return .audit }
        switch random.below(100) {
        case 0..<55: return .addition
        case 55..<72: return .termination
        case 72..<78: return .change(.name)
        case 78..<81: return .change(.birthDate)
        case 81..<90: return .change(.address)
        case 90..<95: return .change(.provider)
        default: return .change(.coverage)
        }
    }

    private func member(
        _ person: Person, _ relationship: Member.Relationship, subscriber: Int,
        address: Address, _ maintenance: Member.Maintenance, _ random: inout SeededGenerator
    ) -> Member {
        var member = Member(
            person: person, relationship: relationship, subscriber: subscriber,
            household: subscriber, address: address, maintenance: maintenance,
            span: Span(start: options.fileDate, end: .open),
            age: person.birth.years(until: options.fileDate), phoneLine: random.below(100))
        member.span = drawSpan(for: member, &random)
        if member.isTermination, member.span.end < options.fileDate, random.chance(6) {
            member.hasDied = true
        }
        return member
    }

    // MARK: Spans

    private func drawSpan(for member: Member, _ random: inout SeededGenerator) -> Span {
        let today = options.fileDate
        let birth = member.person.birth
        switch member.maintenance {
        case .addition:
            let drawn = today + random.within(-45...30)
            let start = random.chance(75) ? drawn.firstOfMonth : drawn
            return Span(start: max(start, birth), end: drawEnd(after: max(start, birth), &random))
        case .termination:
            let drawn = today + random.within(-40...20)
            let end = max(random.chance(60) ? drawn.lastOfMonth : drawn, birth + 1)
            return Span(start: drawStart(before: end, birth: birth, &random), end: end)
        case .change, .audit:
            let start = drawStart(before: today, birth: birth, &random)
            return Span(start: start, end: drawEnd(after: start, &random))
        }
    }

    private func drawStart(
        before limit: Day, birth: Day, _ random: inout SeededGenerator
    ) -> Day {
        let drawn = limit - random.within(32...2400)
        return max(random.chance(80) ? drawn.firstOfMonth : drawn, birth)
    }

    private func drawEnd(after start: Day, _ random: inout SeededGenerator) -> Day {
        guard random.chance(10) else { return .open }
        let end = max(options.fileDate, start) + random.within(20...330)
        return random.chance(70) ? end.lastOfMonth : end
    }

    // MARK: Dependents

    /// A change of plan: the old span ends, and a new one begins on the day after.
    private func appendPlanChange(
        of subscriber: Member, to members: inout [Member], _ random: inout SeededGenerator
    ) {
        var ended = subscriber
        ended.maintenance = .termination
        ended.span = drawSpan(for: ended, &random)
        ended.hasDied = false
        var begun = subscriber
        begun.maintenance = .addition
        begun.hasDied = false
        begun.span = Span(start: ended.span.end + 1, end: .open)
        members.append(ended)
        members.append(begun)
    }

    private func appendDependents(
        of subscriber: Member, to members: inout [Member], limit: Int, _ persons: inout Int,
        _ random: inout SeededGenerator
    ) {
        if random.chance(35), members.count < limit {
            let age = max(18, subscriber.age + random.within(-6...6))
            let birth = options.fileDate - (age * 1461 / 4 + random.within(2...364))
            appendDependent(.spouse, birth, subscriber, to: &members, &persons, &random)
        }
        var age = random.below(min(subscriber.age - 18, 18))
        while age >= 0, members.count < limit {
            let birth = options.fileDate - (age * 1461 / 4 + random.within(1...364))
            guard birth < subscriber.span.end else { return }
            appendDependent(.child, birth, subscriber, to: &members, &persons, &random)
            age -= random.within(2...8)
            guard members.count < limit, random.chance(2) else { continue }
            appendDependent(.child, birth, subscriber, to: &members, &persons, &random)
            members[members.count - 2].birthSequence = 1
            members[members.count - 1].birthSequence = 2
        }
    }

    private func appendDependent(
        _ relationship: Member.Relationship, _ birth: Day, _ subscriber: Member,
        to members: inout [Member], _ persons: inout Int, _ random: inout SeededGenerator
    ) {
        var person = population.person(number: persons, birth: birth, &random)
        persons += 1
        if relationship == .child || random.chance(60) {
            person.surname = subscriber.person.surname
            person.secondSurname = subscriber.person.secondSurname
            person.joinsWithHyphen = subscriber.person.joinsWithHyphen
        }
        // What a change corrects about the subscriber says nothing about the others.
        let maintenance =
            subscriber.change == nil ? subscriber.maintenance : .change(.coverage)
        var dependent = member(
            person, relationship, subscriber: subscriber.subscriber, address: subscriber.address,
            maintenance, &random)
        // A dependent is covered within the subscriber's span.
        dependent.span.start = max(subscriber.span.start, birth)
        dependent.span.end = max(subscriber.span.end, dependent.span.start)
        dependent.hasDied = false
        members.append(dependent)
    }
}
