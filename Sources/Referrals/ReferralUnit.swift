import Diagnostics

/// What the reader of referrals comes to next.
package struct ReferralUnit {
    package enum Kind: Sendable {
        /// A referral, which the reader holds until it is asked for the next.
        case referral
        /// Bytes that cannot be read as one.
        case unreadable
        /// A document that is no referral, in our words.
        case foreign(String)
    }

    /// Which part a unit is of what cannot be read and is handed out one after the other.
    package enum Part: Sendable {
        case whole
        /// More is to come.
        case more
        /// It ends what was begun.
        case last
    }

    package let kind: Kind
    /// Bytes of the input; of FHIR those of the request's entry.
    package let range: ByteRange
    package var part = Part.whole
    /// Further bytes that are this referral's alone: the entries of its tasks.
    package var others: [ByteRange] = []
    /// Bytes that it shares with other referrals, or may: what it refers to.
    package var context: [ByteRange] = []
    /// Line of the first byte of a document that is no referral, from 1.
    package var line = 1
    /// Number of the document in the input, from 1.
    package let document: Int
    /// The path of the referral's element: `/referrals/referral[2]`.
    package let place: String
    /// What was found in it.
    package let findings: [Finding]
    /// What was found beyond those: the first of each rule, and how many there are.
    package var unlisted: [(first: Finding, count: Int)] = []
}

/// What a document is that is read here.
package enum ReferralFormat: Sendable {
    case turnpike, cda, fhir

    /// As summaries call it.
    package var name: String {
        switch self {
        case .turnpike: "Turnpike referral 1"
        case .cda: "C-CDA Referral Note"
        case .fhir: "FHIR R4"
        }
    }
}
