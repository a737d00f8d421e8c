/// Loop 2000 without its inner loops: INS and DTP; and the order of all that follows.
extension EnrollmentWriter {
    mutating func writeMember(_ member: Member) {
        writeIndicator(member)
        writeIdentifiers(member)
        writeDates(member)
        writeNames(member)
        writeRelatedPeople(member)
        if member.age >= 16, random.chance(2) { writeDisability(member) }
        writeCoverages(member)
        if random.chance(member.isTermination ? 15 : 65) { writeCategories(member) }
    }

    private mutating func writeIndicator(_ member: Member) {
        out.begin("INS")
        out.element(member.isSubscriber ? "Y" : "N")
        out.element(relationshipCode(member))
        out.element(member.maintenanceCode)
        out.element(reasonCode(member))
        out.element("A")
        writeMedicareStatus(member)
        out.skip()
        if member.isSubscriber {
            out.element(member.isTermination ? "TE" : "AC")
        } else {
            out.skip()
        }
        if member.relationship == .child, member.age >= 17, random.chance(60) {
            out.element(random.pick("FNP", width: 1))
        } else {
            out.skip()
        }
        out.element(random.chance(4) ? "Y" : "N")
        if member.hasDied {
            out.element("D8")
            out.element(member.span.end)
        } else {
            out.skip(2)
        }
        if random.chance(1) { out.element("R") } else { out.skip() }
        out.skip(3)
        if let sequence = member.birthSequence { out.element(sequence) }
        out.end()
    }

    /// INS02: self; spouse; child or, now and then, foster child or stepchild.
    private mutating func relationshipCode(_ member: Member) -> StaticString {
        switch member.relationship {
        case .subscriber: return "18"
        case .spouse: return "01"
        case .child:
            switch random.below(20) {
            case 0: return "10"
            case 1: return "17"
            default: return "19"
            }
        }
    }

    /// INS04; AI, no reason given, is what MassHealth sends almost always.
    private mutating func reasonCode(_ member: Member) -> StaticString {
        if member.hasDied { return "03" }
        guard random.chance(15) else { return "AI" }
        let isFirst = random.chance(50)
        switch member.maintenance {
        case .addition where member.age == 0: return isFirst ? "02" : "28"
        case .addition: return isFirst ? "28" : "41"
        case .termination: return isFirst ? "07" : "14"
        case .change(.address): return "43"
        case .change: return isFirst ? "25" : "33"
        case .audit: return "XN"
        }
    }

    /// INS06: Medicare by age, now and then by disability.
    private mutating func writeMedicareStatus(_ member: Member) {
        if member.age >= 66 {
            out.element(random.pick("ABC", width: 1))
            out.append(options.delimiters.component)
            out.append(UInt8(ascii: "0"))
        } else if member.age >= 20, random.chance(1) {
            out.element("C")
            out.append(options.delimiters.component)
            out.append(UInt8(ascii: "1"))
        } else {
            out.skip()
        }
    }

    private mutating func writeDates(_ member: Member) {
        out.date("356", member.span.start)
        out.date("357", member.span.end)
        if member.change != nil { out.date("303", options.fileDate) }
        if random.chance(6) { out.date("473", member.span.start) }
        if member.age >= 66 { out.date("338", member.person.birth + 65 * 1461 / 4 + 1) }
    }

    private mutating func writeDisability(_ member: Member) {
        out.begin("DSB")
        out.element(random.pick("23", width: 1))
        out.end()
        out.date("360", member.span.start)
    }
}
