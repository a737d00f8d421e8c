import CareModel
import Diagnostics

/// Writes an enrollment as one JSON object; `schemas/enrollment.schema.json` describes it.
package struct EnrollmentJSON {
    /// Appends the object and a comma, which `endLine` replaces.
    package static func write(
        _ enrollment: Enrollment, frame: RecordFrame, place: RecordPlace, findings: [Finding],
        to buffer: inout ByteBuffer
    ) {
        buffer.yearAhead = frame.massHealth?.yearAhead ?? Int32.max
        buffer.append("{\"recordType\":\"enrollment\",")
        buffer.member("\"memberId\":", enrollment.memberID?.text)
        writeStatus(enrollment, &buffer)
        write(enrollment.member, &buffer)
        buffer.member("\"mailingAddress\":", enrollment.mailingAddress)
        if let prior = enrollment.priorIdentity { write(prior, &buffer) }
        writeRelated(enrollment, &buffer)
        CoverageJSON.write(enrollment.coverages, &buffer)
        CoverageJSON.write(enrollment.reportingCategories, &buffer)
        frame.massHealth?.write(enrollment, to: &buffer)
        buffer.other(enrollment.other)
        buffer.append(frame.context)
        frame.writeSource(place, to: &buffer)
        FindingJSON.writeMember(findings, &buffer)
        buffer.closeObject()
    }

    private static func writeStatus(_ enrollment: Enrollment, _ buffer: inout ByteBuffer) {
        buffer.member("\"subscriber\":", enrollment.isSubscriber)
        buffer.member("\"relationship\":", enrollment.relationship)
        buffer.member("\"maintenanceType\":", enrollment.maintenanceType)
        buffer.member("\"maintenanceReason\":", enrollment.maintenanceReason)
        buffer.member("\"benefitStatus\":", enrollment.benefitStatus)
        buffer.member("\"medicarePlan\":", enrollment.medicarePlan)
        buffer.member("\"medicareEligibilityReason\":", enrollment.medicareEligibilityReason)
        buffer.member("\"cobraEvent\":", enrollment.cobraEvent)
        buffer.member("\"employmentStatus\":", enrollment.employmentStatus)
        buffer.member("\"studentStatus\":", enrollment.studentStatus)
        buffer.member("\"disabled\":", enrollment.hasDisability)
        buffer.member("\"deathDate\":", sent: "\"deathDateSent\":", enrollment.deathDate)
        buffer.member("\"confidentiality\":", enrollment.confidentiality)
        buffer.member("\"birthSequence\":", enrollment.birthSequence)
        buffer.member("\"policyNumber\":", enrollment.policyNumber)
        buffer.identifiers(enrollment.identifiers)
        if !enrollment.eligibility.isEmpty {
            buffer.append("\"eligibility\":{")
            buffer.members(enrollment.eligibility)
            buffer.closeObject()
        }
        buffer.dates(enrollment.dates)
    }

    private static func write(_ member: Member, _ buffer: inout ByteBuffer) {
        buffer.member("\"name\":", member.name)
        if member.isCorrected { buffer.append("\"corrected\":true,") }
        buffer.member("\"socialSecurityNumber\":", member.socialSecurityNumber)
        buffer.member("\"identifier\":", member.identifier)
        write(member.demographics, &buffer)
        buffer.contacts(member.contacts)
        buffer.member("\"residence\":", member.residence)
        buffer.array("\"employmentClasses\":", member.employmentClasses) { $0.value($1) }
        if let income = member.income { write(income, &buffer) }
        buffer.amounts(member.amounts)
        if let health = member.health {
            buffer.append("\"health\":{")
            buffer.member("\"use\":", health.use)
            buffer.member("\"height\":", health.height)
            buffer.member("\"weight\":", health.weight)
            buffer.closeObject()
        }
        buffer.array("\"languages\":", member.languages) { buffer, language in
            buffer.openObject()
            buffer.member("\"list\":", language.list)
            buffer.member("\"code\":", language.code)
            buffer.member("\"description\":", language.description)
            buffer.member("\"use\":", language.use)
            buffer.closeObject()
        }
    }

    private static func write(_ demographics: Demographics, _ buffer: inout ByteBuffer) {
        buffer.member("\"birthDate\":", sent: "\"birthDateSent\":", demographics.birthDate)
        buffer.member("\"sex\":", demographics.sex)
        buffer.member("\"maritalStatus\":", demographics.maritalStatus)
        buffer.array("\"races\":", demographics.races) { buffer, race in
            buffer.openObject()
            if let code = race.code { buffer.members(code) }
            buffer.member("\"detail\":", race.detail)
            buffer.closeObject()
        }
        buffer.member("\"citizenship\":", demographics.citizenship)
        buffer.member("\"raceCollection\":", demographics.raceCollection)
    }

    private static func write(_ income: Income, _ buffer: inout ByteBuffer) {
        buffer.append("\"income\":{")
        buffer.member("\"frequency\":", income.frequency)
        buffer.member("\"wage\":", sent: "\"wageSent\":", income.wage)
        buffer.member("\"weeklyHours\":", income.weeklyHours)
        buffer.member("\"location\":", income.location)
        buffer.member("\"salaryGrade\":", income.salaryGrade)
        buffer.closeObject()
    }

    private static func write(_ prior: PriorIdentity, _ buffer: inout ByteBuffer) {
        buffer.append("\"prior\":{")
        buffer.member("\"name\":", prior.name)
        buffer.member("\"socialSecurityNumber\":", prior.socialSecurityNumber)
        buffer.member("\"identifier\":", prior.identifier)
        if let demographics = prior.demographics { write(demographics, &buffer) }
        buffer.closeObject()
    }

    private static func writeRelated(_ enrollment: Enrollment, _ buffer: inout ByteBuffer) {
        buffer.parties("\"employers\":", enrollment.employers)
        buffer.parties("\"schools\":", enrollment.schools)
        buffer.parties("\"custodialParents\":", enrollment.custodialParents)
        buffer.parties("\"responsiblePersons\":", enrollment.responsiblePersons)
        if let location = enrollment.dropOffLocation {
            buffer.append("\"dropOffLocation\":{")
            buffer.members(location)
            buffer.closeObject()
        }
        buffer.array("\"disabilities\":", enrollment.disabilities) { buffer, disability in
            buffer.openObject()
            buffer.member("\"type\":", disability.type)
            buffer.member("\"diagnosis\":", disability.diagnosis)
            buffer.members(disability.eligibility)
            buffer.closeObject()
        }
    }
}

extension ByteBuffer {
    @inline(__always)
    mutating func value(_ code: Code) {
        openObject()
        members(code)
        closeObject()
    }
}
