import CareModel
import XMLSyntax

/// The words of a narrative, without its markup.
struct FHIRNarrative {
    private(set) var words: [UInt8] = []
    /// Whether a blank or the end of a line comes before the next word.
    private var gap: UInt8 = 0
    private let markup: FHIRMarkup

    init(_ markup: FHIRMarkup) { self.markup = markup }

    /// Some elements begin a line.
    mutating func start(_ event: XMLEvent, _ reader: inout XMLReader) {
        separate(event, &reader)
    }

    /// What begins a line ends one.
    mutating func end(_ event: XMLEvent, _ reader: inout XMLReader) {
        if event.followsBlank { appendBlank() }
        separate(event, &reader)
    }

    private mutating func separate(_ event: XMLEvent, _ reader: inout XMLReader) {
        switch markup.gap(at: event.name, &reader) {
        case 0x0A: gap = 0x0A
        case 0x20: appendBlank()
        default: break
        }
    }

    /// White space between tags.
    mutating func appendBlank() {
        if gap == 0 { gap = 0x20 }
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        for byte in text {
            if byte <= 0x20 {
                if gap == 0 { gap = 0x20 }
                continue
            }
            if gap != 0, !words.isEmpty { words.append(gap) }
            gap = 0
            words.append(byte)
        }
    }
}

/// What the elements of narratives put between words, by the numbers of their names.
///
/// Numbers hold for a document, in which the text of each name is looked at once.
final class FHIRMarkup {
    /// 0 for names that have not come yet.
    private var gaps: [UInt8] = []
    /// Of elements that part no words.
    private static let noGap: UInt8 = 1
    private static let lines: Set<String> = [
        "br", "caption", "div", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol",
        "p", "pre", "table", "tr", "ul",
    ]

    /// Begins a document.
    func reset() { gaps.removeAll(keepingCapacity: true) }

    /// The end of a line, a blank, or another byte for nothing.
    func gap(at name: XMLName, _ reader: inout XMLReader) -> UInt8 {
        let index = Int(name.index)
        if index >= 0, index < gaps.count, gaps[index] > 0 { return gaps[index] }
        let gap = Self.gap(of: reader.name(name).local)
        guard index >= 0 else { return gap }
        if index >= gaps.count {
            gaps += [UInt8](repeating: 0, count: index + 1 - gaps.count)
        }
        gaps[index] = gap
        return gap
    }

    private static func gap(of local: String) -> UInt8 {
        if lines.contains(local) { return 0x0A }
        return local == "td" || local == "th" ? 0x20 : noGap
    }
}

extension FHIRElement {
    /// Elements of a resource that say what it is about and where it stands, and not what it tells.
    private static let frame: [FHIRName] = [
        .category, .clinicalStatus, .contained, .id, .identifier, .implicitRules, .intent,
        .language, .lifecycleStatus, .meta, .patient, .beneficiary, .status, .subject, .text,
        .verificationStatus,
    ]

    /// Whether a resource has elements that tell something, which its narrative was made of.
    var saysMoreThanNarrative: Bool {
        children.contains { !Self.frame.contains($0.name) }
    }
}

extension FHIRMapper {
    /// The narrative of a statement: its words where it has no others, else a note.
    mutating func setNarrative<Fields: RecordFields>(
        _ object: Int, _ text: Fields, note: Fields, _ resource: FHIRElement
    ) {
        guard let words = resource.first(.text)?.first(.div), !words.value.isEmpty else { return }
        if builder.slot(object, text).isEmpty {
            set(object, text, take(words))
        } else {
            set(object, note, join([builder.slot(object, note), take(words)]))
        }
    }

    /// Narratives of what has no field for one.
    mutating func appendNarratives() {
        for part in parts where !tree.resources[part].type.isReferral {
            let root = tree.root(of: part)
            guard let words = root.first(.text)?.first(.div),
                tree.node(words.node).taker != number
            else { continue }
            appendNarrative(root)
        }
    }
}
