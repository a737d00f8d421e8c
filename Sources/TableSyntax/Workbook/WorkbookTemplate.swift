/// The parts of a workbook that are the same for all, but for the names of sheets.
enum WorkbookTemplate {
    private static let declaration =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = SheetNames.namespaces[0]
    private static let relations =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let packageRelations =
        "http://schemas.openxmlformats.org/package/2006/relationships"
    private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml."

    static let sheetOpening = """
        \(declaration)<worksheet xmlns="\(main)"><sheetViews><sheetView workbookViewId="0">\
        <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>\
        </sheetViews><sheetData>
        """
    static let sheetEnd = "</sheetData></worksheet>"

    /// Everything but the sheets.
    static func parts(_ names: [String]) -> [(name: String, text: String)] {
        [
            ("[Content_Types].xml", contentTypes(names.count)), ("_rels/.rels", rootRelations),
            ("xl/workbook.xml", workbook(names)),
            ("xl/_rels/workbook.xml.rels", workbookRelations(names.count)),
            ("xl/styles.xml", styles),
        ]
    }

    private static func contentTypes(_ count: Int) -> String {
        let sheets = (1...count).map {
            "<Override PartName=\"/xl/worksheets/sheet\($0).xml\""
                + " ContentType=\"\(types)worksheet+xml\"/>"
        }
        return """
            \(declaration)<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" \
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/xl/workbook.xml" ContentType="\(types)sheet.main+xml"/>\
            <Override PartName="/xl/styles.xml" ContentType="\(types)styles+xml"/>\
            \(sheets.joined())</Types>
            """
    }

    private static let rootRelations = """
        \(declaration)<Relationships xmlns="\(packageRelations)"><Relationship Id="rId1" \
        Type="\(relations)/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """

    private static func workbook(_ names: [String]) -> String {
        let sheets = names.enumerated().map { index, name in
            var text: [UInt8] = []
            escape(name, into: &text)
            let written = String(decoding: text, as: UTF8.self)
            return "<sheet name=\"\(written)\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
        }
        return """
            \(declaration)<workbook xmlns="\(main)" xmlns:r="\(relations)"><sheets>\
            \(sheets.joined())</sheets></workbook>
            """
    }

    private static func workbookRelations(_ count: Int) -> String {
        let sheets = (1...count).map {
            "<Relationship Id=\"rId\($0)\" Type=\"\(relations)/worksheet\""
                + " Target=\"worksheets/sheet\($0).xml\"/>"
        }
        return """
            \(declaration)<Relationships xmlns="\(packageRelations)">\(sheets.joined())\
            <Relationship Id="rId\(count + 1)" Type="\(relations)/styles" Target="styles.xml"/>\
            </Relationships>
            """
    }

    /// Plain, the header, and dates.
    private static let styles = """
        \(declaration)<styleSheet xmlns="\(main)"><numFmts count="1">\
        <numFmt numFmtId="164" formatCode="mm/dd/yyyy"/></numFmts><fonts count="2"><font>\
        <sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/>\
        </font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill>\
        <patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid">\
        <fgColor rgb="FFDDE5EE"/></patternFill></fill></fills><borders count="1"><border><left/>\
        <right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1">\
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">\
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
        <xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>\
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
        </cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>\
        </cellStyles></styleSheet>
        """

    // MARK: Text

    /// Names as workbooks may have them, each once.
    static func names(_ wanted: [String]) -> [String] {
        var names: [String] = []
        for (index, name) in wanted.enumerated() {
            var allowed = String(
                name.unicodeScalars.filter {
                    !"[]:*?/\\".unicodeScalars.contains($0) && $0.value >= 32
                }
                .prefix(31).map(Character.init))
            if allowed.isEmpty || names.contains(where: { $0.lowercased() == allowed.lowercased() })
            {
                allowed = "Sheet\(index + 1)"
            }
            names.append(allowed)
        }
        return names
    }

    /// Whether it is a number as a workbook keeps it.
    static func isNumber(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 32 && Double(text)?.isFinite == true
            && text.utf8.allSatisfy {
                ($0 >= 0x30 && $0 <= 0x39) || "+-.eE".utf8.contains($0)
            }
    }

    /// Writes text for XML; characters that XML has no place for as `_x0001_`.
    static func escape(_ text: String, into bytes: inout [UInt8]) {
        let source = Array(text.utf8)
        for (index, byte) in source.enumerated() {
            switch byte {
            case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
            case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
            case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
            case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
            case 0x0A, 0x09: bytes.append(byte)
            case 0..<0x20:
                let digits = "0123456789ABCDEF".utf8.map { $0 }
                bytes +=
                    Array("_x00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)], 0x5F]
            case UInt8(ascii: "_") where isEscape(source[index...]):
                bytes += Array("_x005F_".utf8)
            default: bytes.append(byte)
            }
        }
    }

    /// Whether a text would be read as the escape of a character.
    private static func isEscape(_ text: ArraySlice<UInt8>) -> Bool {
        var part = Array(text.prefix(7))
        return part.withUnsafeMutableBufferPointer { CellText.unescape($0) } < text.prefix(7).count
    }
}
