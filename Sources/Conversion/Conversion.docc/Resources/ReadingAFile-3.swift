import CareModel
import Conversion
import Diagnostics

let file = try EnrollmentRecords(path: CommandLine.arguments[1])
for record in file {
    guard record.isAccepted else {
        for finding in record.findings {
            print("left out: line \(finding.line), \(finding.place): \(finding.rule.summary)")
        }
        continue
    }
    guard record.enrollment.maintenanceType?.value.string == "024" else { continue }
    print(record.enrollment.memberID?.text.string ?? "-")
}
