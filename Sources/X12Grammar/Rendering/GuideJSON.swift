extension Guide {
    /// The guide as one JSON document in UTF-8, with a line feed at the end.
    ///
    /// `loops` and `segments` are in guide order; `repeat` is null for any number; segments of the
    /// transaction set itself have neither `loop` nor `path`; `codes`, `list`, `components`,
    /// `notes` and `when` are there only where there is something to say.
    public var json: [UInt8] {
        var text = JSONText()
        text.object { text in
            text.string("guide", name)
            if !variants.isEmpty { text.strings("variants", variants) }
            text.string("transaction", transaction)
            text.string("group", group)
            text.string("dictionary", dictionary)
            text.array("loops", loops.dropFirst(), write)
            text.array("segments", segments, write)
        }
        return text.bytes + [UInt8(ascii: "\n")]
    }

    private func write(_ text: inout JSONText, _ loop: LoopDefinition) {
        text.object { text in
            text.string("id", loop.id)
            text.string("path", loop.path)
            text.string("name", loop.name)
            text.string("usage", loop.usage.rawValue)
            text.number("repeat", loop.maximum)
            if loop.isLevel { text.bool("level", true) }
            if loop.isRecord { text.bool("record", true) }
        }
    }

    private func write(_ text: inout JSONText, _ segment: SegmentDefinition) {
        text.object { text in
            if segment.loop > 0 {
                text.string("loop", loops[segment.loop].id)
                text.string("path", loops[segment.loop].path)
            }
            text.number("table", segment.table)
            text.string("at", segment.place)
            text.string("id", segment.id)
            text.string("name", segment.name)
            text.string("usage", segment.usage.rawValue)
            text.number("repeat", segment.maximum)
            write(&text, segment.notes)
            write(&text, segment.condition)
            text.array("elements", segment.elements, write)
        }
    }

    private func write(_ text: inout JSONText, _ element: ElementDefinition) {
        text.object { text in
            text.number("position", element.position)
            text.string("name", element.name)
            text.string("usage", element.usage.rawValue)
            text.number("repeat", element.maximum)
            text.string("element", element.number)
            if !element.isComposite {
                text.string("type", element.type.symbol)
                text.number("minimum", element.minimumLength)
                text.number("maximum", element.maximumLength)
            }
            if !element.codes.isEmpty { text.strings("codes", element.codes) }
            if let list = element.codeList { text.string("list", list) }
            write(&text, element.notes)
            write(&text, element.condition)
            if element.isComposite { text.array("components", element.components, write) }
        }
    }

    private func write(_ text: inout JSONText, _ notes: [SyntaxNote]) {
        if !notes.isEmpty { text.strings("notes", notes.map(\.description)) }
    }

    private func write(_ text: inout JSONText, _ condition: Condition?) {
        guard let condition else { return }
        text.object("when") { text in
            if condition.loop > 0 { text.string("path", loops[condition.loop].path) }
            text.string("segment", condition.segment)
            text.number("position", condition.element)
            text.strings("codes", condition.codes)
        }
    }
}
