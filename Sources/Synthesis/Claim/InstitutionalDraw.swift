/// Draws what an institutional claim says.
extension ClaimWriter {
    mutating func drawInstitutional() {
        switch claim.practice {
        case .nursingFacility: drawNursing()
        case .homeHealth: drawHomeHealth()
        case .dialysis: drawDialysis()
        default:
            switch random.below(100) {
            case 0..<28: drawStay()
            case 28..<60: drawEmergency()
            default: drawOutpatient()
            }
        }
    }

    private mutating func drawStay() {
        claim.facility = "11"
        claim.isStay = true
        claim.isInjury = random.chance(12)
        let days = random.chance(80) ? random.within(1...6) : random.within(3...28)
        claim.start = claim.end - days
        drawDiagnoses(diagnoses.general, count: random.within(2...18))
        let room = services.rooms[random.below(services.rooms.count)]
        append(room, units: days)
        let choices = services.ancillaries
        appendServices(
            choices, start: random.below(choices.count), count: random.within(2...12))
        for index in claim.lines.indices.dropFirst() where random.chance(60) {
            multiply(index, by: random.within(2...9))
        }
        guard random.chance(45) else { return }
        let procedures = diagnoses.procedures
        let first = random.below(procedures.count)
        for index in 0..<(random.chance(70) ? 1 : random.within(2...4)) {
            let code = procedures[(first + index) % procedures.count]
            claim.procedures.append((code, claim.start + random.below(days + 1)))
        }
    }

    private mutating func drawEmergency() {
        claim.facility = "13"
        claim.isEmergency = true
        claim.isInjury = random.chance(25)
        drawDiagnoses(diagnoses.general, count: drawCount(upTo: 8))
        appendServices(
            services.emergency, start: 0,
            count: drawLineCount(upTo: services.emergency.count))
    }

    private mutating func drawOutpatient() {
        claim.facility = random.chance(80) ? "13" : "83"
        drawDiagnoses(diagnoses.general, count: drawCount(upTo: 6))
        let choices = services.outpatient
        appendServices(
            choices, start: random.below(choices.count), count: drawLineCount(upTo: 6))
    }

    /// Some weeks in a nursing facility; many stay on.
    private mutating func drawNursing() {
        claim.facility = "21"
        claim.isStay = true
        claim.frequency = random.pick("123344", width: 1)[0]
        drawDiagnoses(diagnoses.general, count: random.within(2...9))
        let days = random.within(7...30)
        claim.start = claim.end - days
        append(services.nursing, units: days)
        if random.chance(20) {
            let choices = services.ancillaries
            appendServices(choices, start: random.below(choices.count), count: 2)
        }
    }

    /// Visits of a nurse or therapist, one line for each.
    private mutating func drawHomeHealth() {
        claim.facility = "32"
        drawDiagnoses(diagnoses.general, count: drawCount(upTo: 8))
        let choices = services.homeHealth
        let first = random.below(choices.count)
        let visits = random.chance(60) ? random.within(1...5) : random.within(4...24)
        claim.start = claim.end - (visits - 1)
        for visit in 0..<visits {
            append(choices[(first + visit / 3) % choices.count], units: 1)
            claim.lines[visit].start = claim.start + visit
            claim.lines[visit].end = claim.start + visit
        }
    }

    private mutating func drawDialysis() {
        claim.facility = "72"
        drawDiagnoses(diagnoses.renal, count: random.within(1...4), isFromFirst: true)
        let visits = random.within(3...13)
        claim.start = claim.end - (visits - 1) * 2
        for visit in 0..<visits {
            append(services.dialysis, units: 1)
            claim.lines[visit].start = claim.start + visit * 2
            claim.lines[visit].end = claim.start + visit * 2
        }
    }
}
