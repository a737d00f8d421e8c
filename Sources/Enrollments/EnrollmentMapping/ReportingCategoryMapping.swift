import CareModel
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
    static func read(_ cursor: inout SegmentCursor, _ categories: inout [ReportingCategory]) {
        while let loop = cursor.nextLoop {
            switch loop {
            case .additionalCategories:  // LS and LE say no more than where the loop is
                var isFirst = true
                _ = cursor.next(in: .additionalCategories, isFirst: &isFirst)
            case .reportingCategories:
                var isFirst = true
                guard let view = cursor.next(in: .reportingCategories, isFirst: &isFirst) else {
                    return
                }
                var category = ReportingCategory()
                category.number = cursor.elements.text(view, 1)
                readCategory(&cursor, &category)
                categories.append(category)
            case .reportingCategory:
                var category = ReportingCategory()
                readCategory(&cursor, &category)
                categories.append(category)
            default: return
            }
        }
    }

    private static func readCategory(
        _ cursor: inout SegmentCursor, _ category: inout ReportingCategory
    ) {
        var isFirst = true
        while let view = cursor.next(in: .reportingCategory, isFirst: &isFirst) {
            switch view.entry.id {
            case SegmentID("N1"): category.name = cursor.elements.text(view, 2)
            case SegmentID("REF"):
                category.identifier = cursor.elements.qualified(view, 1, 2, .enrollmentIdentifier)
            default: category.date = cursor.elements.dated(view)
            }
        }
    }
}
