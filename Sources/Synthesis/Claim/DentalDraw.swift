/// Draws what a dental claim says.
extension ClaimWriter {
    mutating func drawDental() {
        if claim.practice == .orthodontist {
            if random.chance(50) { drawDiagnosis(diagnoses.orthodontic) }
            appendServices(
                services.orthodontics, start: random.chance(80) ? 0 : 1, count: 1)
            return finishDental()
        }
        if random.chance(40) { drawDiagnoses(diagnoses.dental, count: random.within(1...3)) }
        switch random.below(100) {
        case 0..<55:
            appendServices(
                services.checkups, start: random.below(3), count: drawLineCount(upTo: 6))
        case 55..<96:
            if random.chance(30) { append(services.checkups[0], units: 1) }
            appendServices(
                services.treatments, start: random.below(services.treatments.count),
                count: drawLineCount(upTo: services.treatments.count))
        default: appendServices(services.dentures, start: 0, count: random.within(1...2))
        }
        finishDental()
    }

    /// Teeth, surfaces and places, and one day for each line where the visits were several.
    private mutating func finishDental() {
        let isOneVisit = random.chance(85)
        if !isOneVisit { claim.start = claim.end - (claim.lines.count - 1) }
        for index in claim.lines.indices {
            drawSite(index)
            guard !isOneVisit else { continue }
            claim.lines[index].start = claim.start + index
            claim.lines[index].end = claim.start + index
        }
    }

    private mutating func drawSite(_ index: Int) {
        let isDenture = random.chance(25)
        switch claim.lines[index].service.site {
        case .mouth: break
        case .tooth: claim.lines[index].tooth = drawBackTooth()
        case .crown:
            claim.lines[index].tooth = drawBackTooth()
            claim.lines[index].prosthesis = isDenture ? "R" : "I"
        case .quadrant:
            let quadrants: [StaticString] = ["10", "20", "30", "40"]
            claim.lines[index].area = quadrants[random.below(4)]
        case .upperJaw:
            claim.lines[index].area = "01"
            claim.lines[index].prosthesis = isDenture ? "R" : "I"
        case .lowerJaw:
            claim.lines[index].area = "02"
            claim.lines[index].prosthesis = isDenture ? "R" : "I"
        case .front(let surfaces):
            claim.lines[index].tooth = drawFrontTooth()
            claim.lines[index].surfaces = surfaces == 1 ? "F" : surfaces == 2 ? "MF" : "MIF"
        case .back(let surfaces):
            claim.lines[index].tooth = drawBackTooth()
            claim.lines[index].surfaces = surfaces == 1 ? "O" : surfaces == 2 ? "MO" : "MOD"
        }
    }

    private mutating func drawBackTooth() -> StaticString {
        teeth.back[random.below(teeth.back.count)]
    }

    private mutating func drawFrontTooth() -> StaticString {
        teeth.front[random.below(teeth.front.count)]
    }
}

/// Numbers of permanent teeth, and letters of milk teeth.
struct Teeth: Sendable {
    let back: [StaticString] = [
        "2", "3", "4", "5", "12", "13", "14", "15", "18", "19", "20", "21", "28", "29", "30", "31",
        "A", "B", "I", "J", "K", "L", "S", "T",
    ]
    let front: [StaticString] = [
        "6", "7", "8", "9", "10", "11", "22", "23", "24", "25", "26", "27", "C", "D", "E", "F",
    ]
}
