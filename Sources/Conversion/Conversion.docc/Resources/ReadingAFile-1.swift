import CareModel
import Conversion

let file = try EnrollmentRecords(path: CommandLine.arguments[1])
for record in file {
    print(record.enrollment.memberID?.text.string ?? "-")
}
