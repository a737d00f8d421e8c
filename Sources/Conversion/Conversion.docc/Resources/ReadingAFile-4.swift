import CareModel
import Conversion
import Diagnostics

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

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
for finding in file.findings {
    print("line \(finding.line): \(finding.rule.summary)")
}
exit(file.report.isClean ? 0 : 1)
