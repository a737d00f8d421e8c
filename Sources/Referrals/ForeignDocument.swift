import XMLSyntax

/// What an XML document is that holds no referral, in our own words: its own are told only where
/// we know them.
enum ForeignDocument {
    private static let known: [(local: String, namespace: String, words: String)] = [
        ("section", ReferralNames.cda, "a section of a CDA document without the document"),
        ("html", "http://www.w3.org/1999/xhtml", "an XHTML page"),
        ("html", "", "an HTML page"),
        ("stylesheet", "http://www.w3.org/1999/XSL/Transform", "an XSLT stylesheet"),
        ("transform", "http://www.w3.org/1999/XSL/Transform", "an XSLT stylesheet"),
        ("schema", "http://www.w3.org/2001/XMLSchema", "a W3C schema"),
        ("schema", "http://purl.oclc.org/dsdl/schematron", "a Schematron schema"),
        ("schema", "http://www.ascc.net/xml/schematron", "a Schematron schema"),
        ("Envelope", "http://schemas.xmlsoap.org/soap/envelope/", "a SOAP message"),
        ("Envelope", "http://www.w3.org/2003/05/soap-envelope", "a SOAP message"),
        (
            "workbook", "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "a part of an XLSX workbook"
        ),
        (
            "worksheet", "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "a part of an XLSX workbook"
        ),
        (
            "EligibilityRequest",
            "http://xmlns.hhs.ma.gov/HHS/serviceobjects/versions/2.9/EligibilityServices",
            "an eligibility request of Massachusetts HHS"
        ),
        (
            "SubmitObjectsRequest", "urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0",
            "metadata of a document exchange (XDM)"
        ),
    ]

    private static func fhirWords(_ name: String) -> String {
        if name == "ReferralRequest" { return "this is a ReferralRequest of FHIR before R4" }
        let type = FHIRType(rawValue: name) ?? .unknown
        let called = type == .unknown ? "resource of another version" : type.rawValue
        return "this is a FHIR \(called); referrals are a Bundle, ServiceRequest or Task"
    }

    /// What has the name of a referral, and not its namespace.
    private static func unnamed(_ called: String, _ namespace: String, isMissing: Bool) -> String {
        let fault = isMissing ? "without a namespace" : "in another namespace"
        return "this has the name of a \(called), \(fault); that of referrals is \(namespace)"
    }

    /// `this is an XSLT stylesheet`.
    static func words(_ name: XMLNameText) -> String {
        for document in known
        where document.local == name.local && document.namespace == name.namespace {
            return "this is \(document.words)"
        }
        switch name.namespace {
        case ReferralNames.cda: return "this is a part of a CDA document without the document"
        case ReferralNames.fhir: return fhirWords(name.local)
        case ReferralNames.turnpike: return "this is a part of a Turnpike referral, not a whole one"
        case "" where name.local == "ClinicalDocument":
            return "this is a CDA document without the namespace of CDA"
        case let other where other != ReferralNames.cda && name.local == "ClinicalDocument":
            return "this is a CDA document in another namespace than CDA's"
        case let other where name.local == "referrals" || name.local == "referral":
            return unnamed("Turnpike referral", "urn:turnpike:referral:1", isMissing: other.isEmpty)
        case let other where FHIRType(rawValue: name.local) != nil && name.local != "unknown":
            let isMissing = other.isEmpty
            return unnamed("\(name.local) of FHIR", ReferralNames.fhir, isMissing: isMissing)
        case "" where CDAName.allCases.contains { "\($0)" == name.local }:
            return "this is a part of a CDA document, and without its namespace"
        default: return "this is XML of another kind"
        }
    }
}
