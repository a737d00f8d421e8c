/// A profile file as it is written: lines in order, words as tokens, nothing looked up yet.
struct ProfileSyntax: Sendable {
    let text: GrammarText
    var name = Token(0, 0)
    var envelope = Token(0, 0)
    /// The first is opened by the first line.
    var sections: [SectionLines] = []
    /// Of all entries, in order; these have an index.
    var conditions: [ConditionLine] = []
    /// Of all entries, conditions and labels; each has a range of them.
    var codes: [Token] = []
    /// What the codes of labels mean, for each code a name.
    var names: [Token] = []

    /// `guide 005010X222A1 005010X223A2` and the lines beneath.
    struct SectionLines: Sendable {
        let guides: [Token]
        var senders: [Token] = []
        var receivers: [Token] = []
        var entries: [EntryLine] = []
        var labels: [LabelLine] = []
    }

    /// `rule x.y.z  2000/INS-03  note  found  ~ 021`, or `severity …`.
    struct EntryLine: Sendable {
        /// Whether the profile adds the rule, rather than changing what another says.
        let isRule: Bool
        let id: Token
        let place: PlaceColumn
        let level: PartnerProfile.Level
        let certainty: PartnerProfile.Certainty
        var codes: Range<Int>
        /// Index in `conditions`.
        var condition: Int?
    }

    /// `label 2000/2100A/N4-06  inferred` and the codes beneath it.
    struct LabelLine: Sendable {
        let place: PlaceColumn
        let certainty: PartnerProfile.Certainty
        /// Of the syntax's codes.
        var codes: Range<Int>
        /// Of the syntax's names.
        var names: Range<Int>
    }

    /// A place and the word that names it.
    struct PlaceColumn: Sendable {
        let token: Token
        let place: PartnerProfile.Place
    }
}

extension ProfileSyntax {
    /// The profile, which needs nothing of the guides that it patches.
    var profile: PartnerProfile {
        PartnerProfile(
            name: text.string(name), envelope: text.string(envelope),
            sections: sections.map(section))
    }

    private func section(_ lines: SectionLines) -> PartnerProfile.Section {
        PartnerProfile.Section(
            guides: lines.guides.map(text.string), senders: lines.senders.map(text.string),
            receivers: lines.receivers.map(text.string),
            rules: lines.entries.filter(\.isRule).map(entry),
            severities: lines.entries.filter { !$0.isRule }.map(entry),
            labels: lines.labels.map { line in
                PartnerProfile.Labels(
                    place: line.place.place, certainty: line.certainty,
                    codes: zip(codes[line.codes], names[line.names]).map {
                        (text.string($0), text.string($1))
                    })
            })
    }

    private func entry(_ line: EntryLine) -> PartnerProfile.Entry {
        let condition = line.condition.map { conditions[$0] }.map {
            PartnerProfile.When(
                path: text.string($0.path), segment: text.string($0.segment), element: $0.element,
                codes: codes[$0.codes].map(text.string))
        }
        return PartnerProfile.Entry(
            rule: text.string(line.id), place: line.place.place, level: line.level,
            certainty: line.certainty, codes: codes[line.codes].map(text.string),
            condition: condition)
    }
}
