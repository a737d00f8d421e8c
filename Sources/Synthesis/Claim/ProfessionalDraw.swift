/// Draws what a professional claim says.
extension ClaimWriter {
    mutating func drawProfessional() {
        switch claim.practice {
        case .behavioralHealth: drawCounseling()
        case .communityPartner: drawActivities()
        case .homeCare: drawHomeCare()
        case .laboratory: drawLaboratory()
        case .ambulance: drawTransport()
        default: drawVisit()
        }
    }

    private mutating func drawVisit() {
        let facility = random.below(20)
        switch facility {
        case 0..<15: claim.facility = "11"
        case 15: claim.facility = "50"
        case 16: claim.facility = "22"
        case 17: claim.facility = "10"
        case 18: claim.facility = "02"
        default: claim.facility = "20"
        }
        claim.isInjury = random.chance(3)
        drawDiagnoses(diagnoses.general, count: drawCount(upTo: 8))
        let count = drawLineCount(upTo: 8)
        let start = random.chance(60) ? 0 : random.below(services.visits.count)
        appendServices(services.visits, start: start, count: count)
        guard claim.lines[0].service.price > 10_000 else { return }
        if count > 1 { claim.lines[0].modifiers = "25" }
        if facility == 17 || facility == 18 { claim.lines[0].modifiers = "95" }
    }

    private mutating func drawCounseling() {
        claim.facility = random.chance(60) ? "53" : random.chance(50) ? "11" : "10"
        drawDiagnoses(diagnoses.behavioral, count: drawCount(upTo: 4))
        appendServices(
            services.counseling, start: random.below(services.counseling.count),
            count: random.chance(70) ? 1 : random.within(2...3))
        for index in claim.lines.indices {
            let line = claim.lines[index]
            if line.service.price < 4000 { multiply(index, by: random.within(1...8)) }
            switch random.below(6) {
            case 0: claim.lines[index].modifiers = "HO"
            case 1: claim.lines[index].modifiers = "HN"
            case 2: claim.lines[index].modifiers = "HE95"
            default: break
            }
        }
    }

    /// Activities of a community partner cost nothing, and each has a day of its own.
    private mutating func drawActivities() {
        claim.facility = random.chance(55) ? "11" : random.chance(60) ? "12" : "99"
        drawDiagnosis(diagnoses.partnerFirst)
        drawDiagnoses(diagnoses.partnerOther, count: random.below(4))
        let count = random.chance(70) ? 1 : random.within(2...4)
        appendServices(
            services.activities,
            start: random.below(services.activities.count), count: count)
        claim.start = claim.end - (count - 1)
        for index in claim.lines.indices {
            claim.lines[index].start = claim.start + index
            claim.lines[index].end = claim.start + index
            claim.lines[index].pointers = 1
            switch random.below(6) {
            case 0, 1: claim.lines[index].modifiers = "U1U2"
            case 2, 3: claim.lines[index].modifiers = "U1U3"
            case 4: claim.lines[index].modifiers = "U3"
            default: claim.lines[index].modifiers = "UKU3"
            }
        }
    }

    /// One line for each day, up to 50, or one for all of them.
    private mutating func drawHomeCare() {
        claim.facility = "12"
        drawDiagnoses(diagnoses.general, count: drawCount(upTo: 4))
        let service = services.homeCare[random.below(services.homeCare.count)]
        let days = random.chance(50) ? random.within(1...7) : random.within(1...50)
        claim.start = claim.end - (days - 1)
        if days < 30, random.chance(20) {
            append(service, units: days)
            claim.lines[0].start = claim.start
            return
        }
        let units = service.price < 5000 ? random.within(2...16) : 1
        for day in 0..<days {
            append(service, units: units)
            claim.lines[day].start = claim.start + day
            claim.lines[day].end = claim.start + day
        }
    }

    private mutating func drawLaboratory() {
        claim.facility = "81"
        drawDiagnoses(diagnoses.general, count: drawCount(upTo: 6))
        let choices = services.laboratory
        appendServices(
            choices, start: random.below(choices.count),
            count: random.chance(60) ? random.within(1...4) : random.within(2...choices.count))
    }

    private mutating func drawTransport() {
        claim.facility = "41"
        drawDiagnoses(diagnoses.general, count: drawCount(upTo: 3))
        let choices = services.ambulance
        append(choices[random.below(choices.count)], units: 1)
        append(services.mileage, units: random.within(1...34))
        let route: StaticString = random.chance(50) ? "RH" : random.chance(50) ? "HN" : "SH"
        for index in 0..<2 { claim.lines[index].modifiers = route }
    }
}
