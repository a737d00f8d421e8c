import CareModel

/// Writes health coverages and reporting categories.
enum CoverageJSON {
    static func write(_ coverages: [HealthCoverage], _ buffer: inout ByteBuffer) {
        buffer.array("\"coverages\":", coverages) { buffer, coverage in
            buffer.openObject()
            write(coverage, &buffer)
            buffer.closeObject()
        }
    }

    private static func write(_ coverage: HealthCoverage, _ buffer: inout ByteBuffer) {
        buffer.member("\"maintenanceType\":", coverage.maintenanceType)
        buffer.member("\"insuranceLine\":", coverage.insuranceLine)
        buffer.member("\"plan\":", coverage.plan)
        buffer.member("\"level\":", coverage.level)
        buffer.member("\"lateEnrollment\":", coverage.isLateEnrollment)
        buffer.members(coverage.period)
        buffer.dates(coverage.dates)
        buffer.amounts(coverage.amounts)
        buffer.identifiers(coverage.identifiers)
        buffer.member("\"priorCoverageMonths\":", coverage.priorCoverageMonths)
        buffer.array("\"identificationCards\":", coverage.identificationCards) { buffer, card in
            buffer.openObject()
            buffer.member("\"planDescription\":", card.planDescription)
            buffer.member("\"type\":", card.type)
            buffer.member("\"count\":", card.count)
            buffer.member("\"action\":", card.action)
            buffer.closeObject()
        }
        buffer.array("\"providers\":", coverage.providers, write)
        buffer.array("\"coordination\":", coverage.coordination, write)
    }

    private static func write(_ buffer: inout ByteBuffer, _ provider: CoverageProvider) {
        buffer.openObject()
        buffer.member("\"number\":", provider.number)
        buffer.members(provider.party)
        if let change = provider.change {
            buffer.append("\"change\":{")
            buffer.member("\"action\":", change.action)
            buffer.member("\"entity\":", change.entity)
            buffer.member("\"date\":", sent: "\"dateSent\":", change.date)
            buffer.member("\"reason\":", change.reason)
            buffer.closeObject()
        }
        buffer.closeObject()
    }

    private static func write(
        _ buffer: inout ByteBuffer, _ coordination: CoordinationOfBenefits
    ) {
        buffer.openObject()
        buffer.member("\"payerResponsibility\":", coordination.payerResponsibility)
        buffer.member("\"policyNumber\":", coordination.policyNumber)
        buffer.member("\"status\":", coordination.status)
        buffer.array("\"serviceTypes\":", coordination.serviceTypes) { $0.value($1) }
        buffer.identifiers(coordination.identifiers)
        buffer.members(coordination.period)
        buffer.parties("\"entities\":", coordination.entities)
        buffer.closeObject()
    }

    static func write(_ categories: [ReportingCategory], _ buffer: inout ByteBuffer) {
        buffer.array("\"reportingCategories\":", categories) { buffer, category in
            buffer.openObject()
            buffer.member("\"number\":", category.number)
            buffer.member("\"name\":", category.name)
            buffer.member("\"identifier\":", category.identifier)
            buffer.member("\"date\":", category.date)
            buffer.closeObject()
        }
    }
}
