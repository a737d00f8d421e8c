extension PartnerProfile {
    /// The profile as one JSON document in UTF-8, with a line feed at the end.
    ///
    /// `rules` and `severities` are in the order of the file; `codes` and `when` are there only
    /// where there is something to say.
    public var json: [UInt8] {
        var text = JSONText()
        text.object { text in
            text.string("profile", name)
            text.string("envelope", envelope)
            text.array("sections", sections, write)
        }
        return text.bytes + [UInt8(ascii: "\n")]
    }

    private func write(_ text: inout JSONText, _ section: Section) {
        text.object { text in
            text.strings("guides", section.guides)
            text.strings("senders", section.senders)
            text.strings("receivers", section.receivers)
            text.array("rules", section.rules, write)
            text.array("severities", section.severities, write)
            text.array("labels", section.labels, write)
        }
    }

    private func write(_ text: inout JSONText, _ entry: Entry) {
        text.object { text in
            text.string("rule", entry.rule)
            text.string("place", entry.place.description)
            text.string("severity", entry.level.rawValue)
            text.string("certainty", entry.certainty.rawValue)
            if !entry.codes.isEmpty { text.strings("codes", entry.codes) }
            guard let condition = entry.condition else { return }
            text.object("when") { text in
                text.string("path", condition.path)
                text.string("segment", condition.segment)
                text.number("position", condition.element)
                text.strings("codes", condition.codes)
            }
        }
    }

    private func write(_ text: inout JSONText, _ labels: Labels) {
        text.object { text in
            text.string("place", labels.place.description)
            text.string("certainty", labels.certainty.rawValue)
            text.array("codes", labels.codes) { text, label in
                text.object { text in
                    text.string("code", label.code)
                    text.string("label", label.name)
                }
            }
        }
    }
}
