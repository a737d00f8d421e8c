import CLibXML2
import Diagnostics

/// What libxml2's callbacks write into; they reach it by its address.
struct ReaderState: ~Copyable {
    let limits: XMLLimits
    let validation: SchemaValidation?
    let encoded: EncodedMark?
    /// What looks documents over, so that the schema need not see all of them.
    var quick: QuickValidation
    var queue = EventQueue()
    var names: NameTable
    var findings: [Finding] = []
    var lines = LineWindow()
    var document = DocumentProgress()
    var plain = PlainElements()
    /// Whether what is plain is read without libxml2.
    let readsPlain: Bool
    /// Whether white space between tags is an event.
    private let keepsBlankText: Bool
    /// Whether white space came last that is none.
    private var hasBlank = false

    init(
        _ names: XMLNames, limits: XMLLimits, validation: SchemaValidation?, keepsBlankText: Bool,
        encoded: EncodedMark? = nil, readsPlain: Bool = true
    ) {
        self.readsPlain = readsPlain
        self.keepsBlankText = keepsBlankText
        self.names = NameTable(names)
        self.limits = limits
        self.encoded = encoded
        self.validation = validation
        quick = QuickValidation(validation?.schema, names)
    }

    deinit {
        queue.free()
        quick.free()
    }

    /// Forgets the input that was read.
    mutating func restart() {
        queue.recycle(keepsText: false)
        if !names.foreign.isEmpty { plain.names.removeAll() }
        names.restart()
        findings = []
        lines = LineWindow()
        document = DocumentProgress()
        quick.begin()
        hasBlank = false
    }

    /// Whether the text that has ended is no event.
    @inline(__always)
    mutating func drops(isBlank: Bool) -> Bool {
        guard isBlank, !keepsBlankText else { return false }
        queue.dropText()
        hasBlank = true
        return true
    }

    /// Whether white space between two tags is no event.
    var dropsBlank: Bool { !keepsBlankText }

    /// Notes white space that is no event.
    @inline(__always)
    mutating func noteBlank() { hasBlank = true }

    /// Whether white space came before that is no event; it is told once.
    @inline(__always)
    mutating func takeBlank() -> Bool {
        defer { hasBlank = false }
        return hasBlank
    }

    /// Adds a finding of the document, as long as there are few.
    @inline(never)
    mutating func report(
        _ rule: Rule, at range: ByteRange, line: Int, expected: String? = nil,
        place: Place = Place()
    ) {
        let count = document.findingCount
        document.findingCount += 1
        guard count <= limits.findings else { return }
        let listed = count == limits.findings ? Rule.limitFindings : rule
        findings.append(
            Finding(
                listed, at: range, place: place,
                expected: count == limits.findings ? nil : expected, line: line,
                column: lines.column(of: range.start)))
    }

    /// Adds a finding that ends the document.
    mutating func fail(_ rule: Rule, at range: ByteRange, line: Int) {
        guard !document.isOver else { return }
        report(rule, at: range, line: line)
        document.isBroken = true
        if let context = document.context { xmlStopParser(context) }
    }

    /// Ends a document at the construct that libxml2 is at.
    mutating func fail(_ rule: Rule, from start: Mark, to end: Mark) {
        fail(rule, at: ByteRange(start.offset, max(start.offset, end.offset)), line: start.line)
    }
}

/// An attribute with a value that says that the text of its element is encoded.
package struct EncodedMark: Sendable {
    let name: XMLName
    let value: [UInt8]

    package init(_ name: XMLName, _ value: String) {
        self.name = name
        self.value = Array(value.utf8)
    }
}

/// Owns a state at one address, which libxml2 is told.
final class ReaderMemory {
    let state: UnsafeMutablePointer<ReaderState>
    var names = SharedNames()

    init(_ state: consuming ReaderState) {
        self.state = .allocate(capacity: 1)
        self.state.initialize(to: state)
    }

    deinit {
        state.deinitialize(count: 1)
        state.deallocate()
    }
}
