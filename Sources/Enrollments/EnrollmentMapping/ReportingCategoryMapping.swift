import CareModel
import X12Mapping
import X12Syntax

// loop 2700  Additional Reporting Categories         S   1
//   LS    2700                               R   1
//   2710  LX  Member Reporting Categories    S  >1
//     2750  N1  Reporting Category    75     S   1
//           REF Reference                    S   1
//           DTP Date                 007     S   1
//   LE    2700                               S   1

/// Maps loop 2700: each LX with its category.
struct ReportingCategoryMapping {
    static func read(_ cursor: inout SegmentCursor<EnrollmentLoop>, _ enrollment: Int) {
        while let loop = cursor.nextLoop {
            var isFirst = true
            switch loop {
            case .additionalCategories:  // LS and LE say no more than where the loop is
                _ = cursor.next(in: .additionalCategories, isFirst: &isFirst)
            case .reportingCategories:
                guard let view = cursor.next(in: .reportingCategories, isFirst: &isFirst) else {
                    return
                }
                let category = cursor.elements.append(
                    ReportingCategoryFields.self, to: enrollment,
                    EnrollmentFields.reportingCategories)
                cursor.elements.set(category, ReportingCategoryFields.number, view, 1)
                readCategory(&cursor, category)
            case .reportingCategory:
                let category = cursor.elements.append(
                    ReportingCategoryFields.self, to: enrollment,
                    EnrollmentFields.reportingCategories)
                readCategory(&cursor, category)
            default: return
            }
        }
    }

    private static func readCategory(_ cursor: inout SegmentCursor<EnrollmentLoop>, _ category: Int)
    {
        var isFirst = true
        while let view = cursor.next(in: .reportingCategory, isFirst: &isFirst) {
            switch view.entry.id {
            case SegmentID("N1"):
                cursor.elements.set(category, ReportingCategoryFields.name, view, 2)
            case SegmentID("REF"):
                cursor.elements.setQualified(
                    view, 1, 2, IdentifierFields.code, .value, of: category,
                    ReportingCategoryFields.identifier)
            default:
                let date = cursor.elements.dated(view)
                if date > 0 {
                    cursor.elements.record.set(
                        category, ReportingCategoryFields.date, object: date)
                }
            }
        }
    }
}
