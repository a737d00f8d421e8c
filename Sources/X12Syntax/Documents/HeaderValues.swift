import Diagnostics

/// What an ISA says; the builder pads each to its width.
///
/// Source: X12.5, interchange control header. Widths are in bytes.
public struct InterchangeHeaderValues: Sendable, Hashable {
    /// ISA01, 2.
    public var authorizationQualifier = "00"
    /// ISA02, 10.
    public var authorization = ""
    /// ISA03, 2.
    public var securityQualifier = "00"
    /// ISA04, 10.
    public var security = ""
    /// ISA05, 2.
    public var senderQualifier: String
    /// ISA06, 15.
    public var sender: String
    /// ISA07, 2.
    public var receiverQualifier: String
    /// ISA08, 15.
    public var receiver: String
    /// ISA09, YYMMDD.
    public var date: String
    /// ISA10, HHMM.
    public var time: String
    /// ISA12, 5.
    public var version = "00501"
    /// ISA13, up to nine digits; zeros are put before them.
    public var controlNumber: String
    /// ISA14, `0` or `1`: whether a TA1 is asked for.
    public var acknowledgmentRequested = "0"
    /// ISA15, `P` for production or `T` for test.
    public var usage: String

    public init(
        sender: String, receiver: String, date: String, time: String, controlNumber: String,
        senderQualifier: String = "ZZ", receiverQualifier: String = "ZZ", usage: String = "P"
    ) {
        self.sender = sender
        self.receiver = receiver
        self.date = date
        self.time = time
        self.controlNumber = controlNumber
        self.senderQualifier = senderQualifier
        self.receiverQualifier = receiverQualifier
        self.usage = usage
    }

    static let widths = [2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1]

    /// ISA01 to ISA16 at their widths; the separators in ISA11 and ISA16 are set by the builder.
    func padded(for delimiters: Delimiters) throws(BuildFailure) -> [String] {
        let number = String(repeating: "0", count: max(0, 9 - controlNumber.utf8.count))
        guard !controlNumber.isEmpty, controlNumber.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else {
            throw .controlNumberMalformed(Place(segment: "ISA", element: 13))
        }
        let values = [
            authorizationQualifier, authorization, securityQualifier, security, senderQualifier,
            sender, receiverQualifier, receiver, date, time, "U", version, number + controlNumber,
            acknowledgmentRequested, usage, " ",
        ]
        var padded: [String] = []
        for (index, value) in values.enumerated() {
            let width = InterchangeHeaderValues.widths[index]
            guard value.utf8.count <= width else {
                throw .widthExceeded(Place(segment: "ISA", element: index + 1), width: width)
            }
            padded.append(value + String(repeating: " ", count: width - value.utf8.count))
        }
        return padded
    }
}

/// What a GS says.
public struct GroupHeaderValues: Sendable, Hashable {
    /// GS01: `BE`.
    public var identifier: String
    /// GS02.
    public var sender: String
    /// GS03.
    public var receiver: String
    /// GS04, CCYYMMDD.
    public var date: String
    /// GS05, HHMM.
    public var time: String
    /// GS06.
    public var controlNumber: String
    /// GS07, `X` for the standards committee.
    public var agency = "X"
    /// GS08, the guide.
    public var version: String

    public init(
        _ identifier: String, sender: String, receiver: String, date: String, time: String,
        controlNumber: String, version: String
    ) {
        self.identifier = identifier
        self.sender = sender
        self.receiver = receiver
        self.date = date
        self.time = time
        self.controlNumber = controlNumber
        self.version = version
    }

    var elements: [String] {
        [identifier, sender, receiver, date, time, controlNumber, agency, version]
    }
}
