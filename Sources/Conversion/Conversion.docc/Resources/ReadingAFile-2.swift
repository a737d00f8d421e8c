import CareModel
import Conversion

let file = try EnrollmentRecords(path: CommandLine.arguments[1])
for record in file where record.isAccepted {
    guard record.enrollment.maintenanceType?.value.string == "024" else { continue }
    print(record.enrollment.memberID?.text.string ?? "-")
}
