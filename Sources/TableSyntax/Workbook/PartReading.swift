import Archives
import Diagnostics
import XMLSyntax

/// Bytes of a part in its archive, for whoever reads from a source.
struct PartBytes<Source: SeekableBytes>: ByteSource, ~Copyable {
    private var content: ZipContent<Source>

    init(_ content: consuming ZipContent<Source>) { self.content = content }

    mutating func read(
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(ArchiveFailure) -> Int {
        try content.read(into: buffer)
    }
}

/// One event of a part, its name told by the local part alone.
struct PartEvent {
    let kind: XMLEvent.Kind
    let local: String
    let depth: Int
    let text: String
    let attributes: [String: String]

    init(_ event: XMLEvent, _ reader: borrowing XMLReader) {
        kind = event.kind
        depth = Int(event.depth)
        local = event.kind == .start || event.kind == .end ? reader.name(event.name).local : ""
        text = event.kind == .text ? String(decoding: reader.text(event), as: UTF8.self) : ""
        var attributes: [String: String] = [:]
        if event.kind == .start {
            for attribute in reader.attributes(event) {
                let name = reader.name(attribute.name)
                if name.namespace == XMLNameText.declarations { continue }
                attributes[name.local] = String(
                    decoding: reader.value(attribute), as: UTF8.self)
            }
        }
        self.attributes = attributes
    }
}
