import CareModel
import XMLSyntax

// component (structuredBody component* section | nonXMLBody text)
// section: templateId* code title? text? entry* component*

/// What a document was seen to hold, which its rules ask for.
struct CDAFacts {
    var sections: Set<CDASection> = []
    /// Elements of sections, whose entries are counted in the end.
    var sectionNodes: [(section: Draft<ReferralSectionFields>, node: Int)] = []
    var hasReferralAct = false
    var hasBody = false
    /// The organization that looks after the member.
    var providerOrganization: Draft<ReferralOrganizationFields>?
    /// The act of concern around the statement that is being read; -1 where there is none.
    var concern = -1
    /// Elements of narratives by their numbers.
    var narratives: [Text: Int] = [:]
    /// Words of these elements that were put together before.
    var narrativeWords: [Int: Slot] = [:]
    /// Bytes of narrative that references may still bring to entries.
    var narrativeBytes = 0
    /// A reference that was not followed, as the ones before had brought so much; -1 for none.
    var unfollowed = -1
    /// Whether the member's number was recognised by its form alone.
    var isMemberNumberAssumed = false
    /// The element that says that the member is dead; -1 where none does.
    var deathMark = -1
    /// The second patient of a document; -1 where there is none.
    var otherPatient = -1
    /// Attributes that should be days and are none.
    var oddDays: [(node: Int, attribute: AttributeName)] = []
}

extension ReferralMapper {
    mutating func mapBody(_ component: Int) {
        let plain = child(component, .nonXMLBody)
        if plain >= 0 {
            facts.hasBody = true
            builder.append(
                cdaAttachment(child(plain, .text)), to: referral, ReferralFields.documents)
        }
        each(.structuredBody, in: component) { mapper, body in
            mapper.facts.hasBody = true
            mapper.each(.component, in: body) { mapper, part in
                mapper.each(.section, in: part) { $0.mapSection($1) }
            }
        }
    }

    /// The words of a section: of its narrative, or of all of them where it has several.
    private mutating func sectionWords(_ node: Int) -> Slot {
        var all: [Slot] = []
        each(.text, in: node) { mapper, text in
            let words = mapper.words(of: text)
            if !mapper.isBlank(words) { all.append(words) }
            mapper.tree.pass(text)
        }
        return all.count > 1 ? arena.add(all, between: "\n") : all.first ?? .none
    }

    /// Whether words are blanks alone, those among them that break no line.
    private func isBlank(_ words: Slot) -> Bool {
        if words.isEmpty { return true }
        guard let first = arena.bytes(words).first, first >= 0x80, words.count < 256 else {
            return false
        }
        return String(decoding: arena.bytes(words), as: UTF8.self).allSatisfy(\.isWhitespace)
    }

    private mutating func mapSection(_ node: Int) {
        let section = add(ReferralSectionFields.self, from: node)
        let code = child(node, .code)
        let kind = CDASection(of: node, in: self)
        setCode(section, .code, .system, .display, code)
        set(section, .title, tree.takeText(child(node, .title)))
        addTemplates(of: node, to: section, ReferralSectionFields.templates)
        let text = child(node, .text)
        let words = sectionWords(node)
        set(section, .text, words)
        builder.append(section, to: referral, ReferralFields.sections)
        let isEmpty = !tree.value(node, AttributeName.nullFlavor.name).isEmpty && words.isEmpty
        if let kind, !isEmpty { facts.sections.insert(kind) }
        if kind == .reason, !words.isEmpty {
            let reason = add(ReferralConceptFields.self, from: text)
            builder.set(reason, .text, words)
            builder.append(reason, to: referral, ReferralFields.reasons)
        }
        facts.sectionNodes.append((section, node))
        each(.entry, in: node) { mapper, entry in
            mapper.mapEntry(entry, kind)
            mapper.addEmbedded(in: entry)
        }
        each(.component, in: node) { mapper, part in
            mapper.each(.section, in: part) { $0.mapSection($1) }
        }
    }

    /// One entry of a section; what a section without fields holds is told by its words.
    private mutating func mapEntry(_ entry: Int, _ kind: CDASection?) {
        var node = tree.firstChild(entry)
        while node >= 0 {
            if tree.nodes[node].name != .none { mapStatement(node, kind) }
            node = tree.next(node)
        }
    }

    private mutating func mapStatement(_ node: Int, _ kind: CDASection?) {
        let name = CDAName(rawValue: tree.nodes[node].name.index)
        if name == .observationMedia {
            let value = child(node, .value)
            let attachment = cdaAttachment(value)
            if child(node, .id) >= 0, let identifier = cdaIdentifier(child(node, .id)) {
                builder.set(attachment, ReferralAttachmentFields.identifier, object: identifier)
            }
            return builder.append(attachment, to: referral, ReferralFields.documents)
        }
        if name == .act, isReferralAct(node) { return mapReferralAct(node) }
        guard let kind else { return }
        switch kind {
        case .problems, .healthConcerns, .allergies:
            eachStatement(in: node) { $0.addConcern($1, in: kind) }
        case .medications:
            if name == .substanceAdministration { addMedication(node, to: .medications) }
        case .socialHistory: eachStatement(in: node) { $0.addObservation($1, to: .socialHistory) }
        case .functionalStatus:
            eachStatement(in: node) { $0.addObservation($1, to: .functionalStatus) }
        case .mentalStatus: eachStatement(in: node) { $0.addObservation($1, to: .mentalStatus) }
        case .results: eachStatement(in: node) { $0.addObservation($1, to: .observations) }
        case .goals: eachStatement(in: node) { $0.addObservation($1, to: .goals) }
        case .reason, .plan, .assessmentAndPlan, .assessment, .interventions: addPlan(node)
        case .payers: addCoverages(node)
        }
    }

    /// The statements that an act of concern or an organizer holds, or the statement itself.
    mutating func eachStatement(
        in node: Int, _ body: (inout ReferralMapper, Int) -> Void
    ) {
        switch CDAName(rawValue: tree.nodes[node].name.index) {
        case .organizer:
            each(.component, in: node) { mapper, part in
                var inner = mapper.tree.firstChild(part)
                while inner >= 0 {
                    if mapper.tree.nodes[inner].name != .none {
                        mapper.eachStatement(in: inner, body)
                    }
                    inner = mapper.tree.next(inner)
                }
            }
        case .act:
            let around = facts.concern
            facts.concern = node
            defer { facts.concern = around }
            each(.entryRelationship, in: node) { mapper, related in
                for name in [CDAName.observation, .act, .organizer] {
                    let inner = mapper.child(related, name)
                    guard inner >= 0, !mapper.isRemark(inner) else { continue }
                    mapper.eachStatement(in: inner, body)
                }
            }
        default: body(&self, node)
        }
    }

    // MARK: Documents

    /// What is embedded or referred to: its kind and size, not its bytes.
    private mutating func cdaAttachment(_ node: Int) -> Draft<ReferralAttachmentFields> {
        let attachment = add(ReferralAttachmentFields.self, from: node)
        guard node >= 0 else { return attachment }
        set(attachment, .mediaType, node, .mediaType)
        set(attachment, .encoding, node, .representation)
        set(attachment, .reference, child(node, .reference), .value)
        _ = tree.takeText(node)
        let size = tree.textSize(node)
        if size > 0 { builder.set(attachment, .bytes, number: size) }
        return attachment
    }

    /// What is embedded where no field is for it, and too long to be held, is noted too.
    mutating func addEmbedded(in node: Int) {
        let within = node..<tree.end(of: node)
        for element in tree.untakenEncoded where within.contains(element) {
            builder.append(cdaAttachment(element), to: referral, ReferralFields.documents)
        }
    }
}

extension ReferralTree {
    /// Values in an element that nobody took, but for those that say how it is meant.
    func countUnread(_ node: Int) -> Int {
        var count = 0
        for index in node..<end(of: node) {
            let element = nodes[index]
            if element.name == .none {
                if !element.isRead { count += 1 }
                continue
            }
            if element.name == CDAName.templateId.name { continue }
            for place in element.attributes
            where !attributes[place].isRead && !ReferralNames.isStructure(attributes[place].name) {
                count += 1
            }
        }
        return count
    }
}
