/// The value of an element, of one of its repetitions, or of a component, as it was sent.
public struct DataElement: Sendable, Hashable {
    /// A slice of the bytes of its segment.
    public let bytes: ArraySlice<UInt8>
    private let repetition: UInt8?
    private let component: UInt8?

    init(bytes: ArraySlice<UInt8>, delimiters: Delimiters, isIndivisible: Bool) {
        self.bytes = bytes
        repetition = isIndivisible ? nil : delimiters.repetition
        component = isIndivisible ? nil : delimiters.component
    }

    private init(bytes: ArraySlice<UInt8>, repetition: UInt8?, component: UInt8?) {
        self.bytes = bytes
        self.repetition = repetition
        self.component = component
    }

    /// Whether nothing was sent.
    public var isEmpty: Bool { bytes.isEmpty }

    /// The bytes as UTF-8; broken sequences are replaced by U+FFFD.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The values of a repeated element; one for an element that is not repeated.
    public var repetitions: [DataElement] {
        parts(at: repetition).map {
            DataElement(bytes: $0, repetition: nil, component: component)
        }
    }

    /// The components of a composite; one for a simple element. Of the first repetition.
    public var components: [DataElement] {
        parts(at: component, of: parts(at: repetition)[0]).map {
            DataElement(bytes: $0, repetition: nil, component: nil)
        }
    }

    /// A component by its position in the standard, from 1; empty where it was not sent.
    public subscript(component position: Int) -> DataElement {
        let components = components
        guard 1...components.count ~= position else {
            return DataElement(bytes: [], repetition: nil, component: nil)
        }
        return components[position - 1]
    }

    private func parts(at separator: UInt8?) -> [ArraySlice<UInt8>] {
        parts(at: separator, of: bytes)
    }

    private func parts(at separator: UInt8?, of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        guard let separator else { return [bytes] }
        return bytes.split(separator: separator, omittingEmptySubsequences: false)
    }
}
