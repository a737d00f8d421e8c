extension Layout {
    /// The layout as one JSON document, with a line feed at the end.
    ///
    /// Columns are in the order of the layout; what a column or rule does not have is left out, but
    /// for `width`, which is `null` where it is not known.
    package var json: String {
        var json = JSONText()
        json.object { json in
            json.string("layout", name)
            json.string("version", version)
            json.string("title", title)
            json.string("certainty", certainty.rawValue)
            json.strings("notes", notes)
            json.array("files", files) { json, file in
                json.object { json in
                    json.string("pattern", file.pattern)
                    json.string("certainty", file.certainty.rawValue)
                }
            }
            json.strings("asides", asides)
            json.array("tables", tables, Layout.write)
        }
        return json.text + "\n"
    }

    /// What layouts there are, as one JSON document with a line feed at the end.
    package static func list(_ layouts: [Layout]) -> String {
        var json = JSONText()
        json.object { json in
            json.array("layouts", layouts) { json, layout in
                json.object { json in
                    json.string("layout", layout.name)
                    json.string("version", layout.version)
                    json.string("title", layout.title)
                    json.string("certainty", layout.certainty.rawValue)
                }
            }
        }
        return json.text + "\n"
    }

    private static func write(_ json: inout JSONText, _ table: LayoutTable) {
        json.object { json in
            json.strings("sheets", table.sheets)
            json.bool("fixed", table.isFixed)
            json.bool("headless", table.isHeadless)
            json.array("columns", table.columns, write)
            json.strings("key", table.key.map { table.columns[$0].name })
            json.array("rules", table.rules) { write(&$0, $1, table.columns) }
        }
    }

    private static func write(_ json: inout JSONText, _ column: LayoutColumn) {
        json.object { json in
            json.string("name", column.name)
            json.strings("aliases", column.aliases)
            json.string("type", column.type)
            json.number("width", column.width)
            json.bool("required", column.usage.contains(.required))
            json.bool("value", column.usage.contains(.value))
            json.bool("locked", column.usage.contains(.locked))
            if column.isExtra { json.bool("extra", true) }
            json.strings("suppliers", column.suppliers)
            if let field = column.field { json.string("field", field) }
            json.string("certainty", column.certainty.rawValue)
            json.strings("formats", column.formats.map(\.text))
            json.strings("values", column.values)
            json.strings("tolerated", column.tolerated)
        }
    }

    private static func write(
        _ json: inout JSONText, _ rule: RowRule, _ columns: [LayoutColumn]
    ) {
        json.object { json in
            json.string("kind", rule.kind)
            json.strings("columns", rule.check.columns.map { columns[$0].name })
            switch rule.check {
            case .firstDay: json.string("day", "first")
            case .lastDay: json.string("day", "last")
            case .expect(_, let values): json.strings("values", values)
            default: break
            }
            if let sheet = rule.sheet { json.string("sheet", sheet) }
            if let condition = rule.condition {
                json.object("when") { json in
                    json.string("column", columns[condition.column].name)
                    json.strings("values", condition.values)
                }
            }
            json.string("certainty", rule.certainty.rawValue)
            json.string("law", rule.text(columns))
        }
    }
}
