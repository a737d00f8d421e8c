import CareModel
import Diagnostics

/// Writes a claim as one JSON object; `schemas/claim.schema.json` describes it.
package enum ClaimJSON {
    /// Appends the object and a comma, which `endLine` replaces.
    package static func write(
        _ claim: RecordObject<ClaimFields>, other: [OtherValue], frame: ClaimFrame,
        place: RecordPlace, findings: [Finding], to buffer: inout ByteBuffer
    ) {
        buffer.append("{\"recordType\":\"claim\",")
        frame.writeHead(to: &buffer)
        RecordJSON(claim).write(JSONPlan.claim, claim.index, &buffer)
        frame.writeTail(other, place, to: &buffer)
        if !findings.isEmpty { FindingJSON.writeMember(findings, &buffer) }
        buffer.closeObject()
    }
}

/// Some fields of a kind of object, side by side, as JSON.
struct PartialPlan: @unchecked Sendable {
    private let plan: UnsafePointer<JSONPlan>
    private let first: Int

    /// - Parameter range: of the fields, by their ordinals.
    private init(_ fields: any RecordFields.Type, _ range: Range<Int>) {
        let whole = JSONPlan.make(fields).pointee
        let plan = UnsafeMutablePointer<JSONPlan>.allocate(capacity: 1)
        plan.initialize(
            to: JSONPlan(fields: whole.fields + range.lowerBound, count: range.count, isPair: false)
        )
        self.plan = UnsafePointer(plan)
        first = range.lowerBound
    }

    private init(_ fields: any RecordFields.Type) {
        self.init(fields, fields.definitions.indices)
    }

    /// Appends the members, each with a comma.
    func write<Fields: RecordFields>(_ object: RecordObject<Fields>, to buffer: inout ByteBuffer) {
        RecordJSON(object).write(plan, object.index + first, &buffer)
    }

    static let claimExchange = PartialPlan(ClaimHeaderFields.self, 0..<2)
    static let claimTransaction = PartialPlan(ClaimTransactionFields.self)
    static let claimBilling = PartialPlan(ClaimBillingFields.self)
    static let claimMember = PartialPlan(ClaimSubscriberLevelFields.self, 0..<1)
    static let claimSubscriberRelationship = PartialPlan(ClaimSubscriberLevelFields.self, 1..<2)
    static let claimCoverage = PartialPlan(ClaimSubscriberLevelFields.self, 2..<4)
    static let claimPatientRelationship = PartialPlan(ClaimPatientLevelFields.self, 0..<1)
    static let claimPatient = PartialPlan(ClaimPatientLevelFields.self, 1..<2)
}
