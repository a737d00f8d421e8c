/// A profile file as it is written: lines in order, words as tokens, nothing looked up yet.
struct ProfileSyntax: Sendable {
    let text: GrammarText
    var name = Token(0, 0)
    var guide = Token(0, 0)
    var envelope = Token(0, 0)
    var senders: [Token] = []
    var entries: [EntryLine] = []
    var labels: [LabelLine] = []
    /// Of all entries, in order; these have an index.
    var conditions: [ConditionLine] = []
    /// Of all entries, conditions and labels; each has a range of them.
    var codes: [Token] = []
    /// What the codes of labels mean, for each code a name.
    var names: [Token] = []

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
    /// The profile, which needs nothing of the guide that it patches.
    var profile: PartnerProfile {
        PartnerProfile(
            name: text.string(name), guide: text.string(guide), envelope: text.string(envelope),
            senders: senders.map(text.string),
            rules: entries.filter(\.isRule).map(entry),
            severities: entries.filter { !$0.isRule }.map(entry),
            labels: labels.map { line in
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
