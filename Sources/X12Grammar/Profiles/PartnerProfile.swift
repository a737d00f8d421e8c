/// What one partner sends beyond or beneath a guide: a patch, never a copy.
///
/// Its facts come from companion guides and from files, and each line says how sure its fact is.
public struct PartnerProfile: Sendable, Hashable {
    /// `masshealth`, by which it is chosen.
    public let name: String
    /// The guide of the envelope: `00501`.
    public let envelope: String
    /// What it says of the guides that it patches; each guide has one section.
    public let sections: [Section]

    /// What is said of some guides together.
    public struct Section: Sendable, Hashable {
        /// `005010X220A1`; those that share what is said.
        public let guides: [String]
        /// Sender ids of ISA06 and GS02 for which it is chosen on its own.
        public let senders: [String]
        /// Receiver ids of ISA08 and GS03 for which it is chosen on its own.
        public let receivers: [String]
        /// Rules that it adds, or narrows codes by; one for each place that a rule looks at.
        public let rules: [Entry]
        /// How much findings of other rules matter with this partner.
        public let severities: [Entry]
        /// What codes mean with this partner.
        public let labels: [Labels]
    }

    /// How much a finding of a rule matters at a place.
    public struct Entry: Sendable, Hashable {
        /// `x12.segment.missing`.
        public let rule: String
        public let place: Place
        public let level: Level
        public let certainty: Certainty
        /// The codes that the element has with this partner; empty where it narrows none.
        public let codes: [String]
        /// Where there is one, the line holds only for records with such a code.
        public let condition: When?
    }

    /// How much a finding matters; `off` means that there is none.
    public enum Level: String, Sendable, Hashable, CaseIterable {
        case off, note, warning, error
    }

    /// How sure a fact is.
    public enum Certainty: String, Sendable, Hashable, CaseIterable {
        /// In a public source.
        case found
        /// In one sample only.
        case seen
        case inferred, unverified
    }

    /// What a line speaks of.
    public enum Place: Sendable, Hashable {
        /// All places.
        case anywhere
        /// The file and its name.
        case file
        /// A segment, and an element of it unless that is 0; `path` names the loops: `2000/2300`.
        case segment(path: String, id: String, element: Int)
    }

    /// "In records with one of these codes."
    public struct When: Sendable, Hashable {
        /// `2000`; empty for a segment of the transaction set itself.
        public let path: String
        public let segment: String
        public let element: Int
        public let codes: [String]

        /// As printed: `2000`.
        public var loop: String { lastLoop(path) }
    }

    /// Codes of an element and what they mean.
    public struct Labels: Sendable, Hashable {
        public let place: Place
        public let certainty: Certainty
        public let codes: [(code: String, name: String)]

        public static func == (left: Labels, right: Labels) -> Bool {
            left.place == right.place && left.certainty == right.certainty
                && left.codes.elementsEqual(right.codes, by: ==)
        }

        public func hash(into hasher: inout Hasher) {
            hasher.combine(place)
            for (code, name) in codes {
                hasher.combine(code)
                hasher.combine(name)
            }
        }
    }
}

extension PartnerProfile.Place {
    /// The loop as printed, `2300`; empty outside of loops.
    public var loop: String {
        if case .segment(let path, _, _) = self { lastLoop(path) } else { "" }
    }
}

extension PartnerProfile.Place: CustomStringConvertible {
    /// As written: `2000/2300/DTP-03`.
    public var description: String {
        switch self {
        case .anywhere: return "any"
        case .file: return "file"
        case .segment(let path, let id, let element):
            return (path.isEmpty ? "" : path + "/") + id
                + (element > 0 ? "-" + padded(element, 2) : "")
        }
    }
}

/// `2300` of `2000/2300`.
private func lastLoop(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
}
