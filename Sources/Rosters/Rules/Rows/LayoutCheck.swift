import Diagnostics
import TableGrammar

/// A row rule of a layout, for the columns that a file has.
struct LayoutCheck: Sendable {
    private enum Kind: UInt8 {
        case order, firstDay, lastDay, prefix, require, empty, expect
    }

    private let kind: Kind
    private let first: Int
    private let second: Int
    /// -1 where the rule holds for all rows.
    private let condition: Int
    private let hasConditionValues: Bool
    private let conditionValues: CodeTable
    private let expectedValues: CodeTable
    /// What holds the tables.
    private let conditions: CodeValues
    private let expected: CodeValues
    private let sheet: String?
    private let certainty: Layout.Certainty

    /// `nil` where the file has not all its columns: that one is missing is a finding of its own.
    init?(_ rule: RowRule, _ columns: TableMatch) {
        guard rule.check.columns.allSatisfy(columns.has),
            rule.condition.map({ columns.has($0.column) }) ?? true
        else { return nil }
        var values: [String] = []
        switch rule.check {
        case .order(let first, let second):
            (kind, self.first, self.second) = (.order, first, second)
        case .firstDay(let column): (kind, first, second) = (.firstDay, column, column)
        case .lastDay(let column): (kind, first, second) = (.lastDay, column, column)
        case .prefix(let first, let second):
            (kind, self.first, self.second) = (.prefix, first, second)
        case .require(let column): (kind, first, second) = (.require, column, column)
        case .empty(let column): (kind, first, second) = (.empty, column, column)
        case .expect(let column, let texts):
            (kind, first, second) = (.expect, column, column)
            values = texts
        }
        expected = CodeValues(values)
        condition = rule.condition?.column ?? -1
        conditions = CodeValues(rule.condition?.values ?? [])
        conditionValues = conditions.table
        expectedValues = expected.table
        hasConditionValues = !conditions.isEmpty
        sheet = rule.sheet
        certainty = rule.certainty
    }

    /// Whether a row breaks a rule, of which only what is asked for is read.
    @inline(__always)
    static func isBroken(_ check: UnsafePointer<LayoutCheck>, _ values: RowValues) -> Bool {
        let first = check.pointee.first
        let isBroken =
            switch check.pointee.kind {
            case .order: DateOrder.isBroken(values, first, check.pointee.second)
            case .firstDay: MonthDay.isBrokenFirst(values.day(first))
            case .lastDay: MonthDay.isBrokenLast(values.day(first))
            case .prefix: ProviderPrefix.isBroken(values, first, check.pointee.second)
            case .require: !values.has(first)
            case .empty: values.says(first)
            case .expect:
                values.has(first) && !values.isOne(of: check.pointee.expectedValues, first)
            }
        return isBroken && (check.pointee.condition < 0 || check.pointee.isMet(values))
    }

    private func isMet(_ values: RowValues) -> Bool {
        hasConditionValues
            ? values.isOne(of: conditionValues, condition) : values.says(condition)
    }

    @inline(never)
    func report(_ columns: TableMatch, _ reading: inout RowReading) {
        let fields = columns.table.columns
        let other = condition >= 0 ? columns.name(condition) : ""
        let isStatus = condition >= 0 && fields[condition].field == "outreach.status"
        let (rule, expectation): (Rule, String?) =
            switch kind {
            case .order: (.dateOrder, "not after \(columns.name(second))")
            case .firstDay: (.dayFirst, "the first day of a month")
            case .lastDay: (.dayLast, "the last day of a month")
            case .prefix: (.providerPrefix, "what \(columns.name(second)) begins with")
            case .require: (.valueConditional, wanted(beside: other))
            case .empty:
                fields[first].field?.hasPrefix("diagnoses.") == true
                    ? (.diagnosisSource, nil) : (.valueUnwanted, nil)
            case .expect: (isStatus ? .statusOutreach : .valueExpected, expected.list)
            }
        // Several rules may ask for the same value; it is told once that it is missing.
        if kind == .require, reading.isMissing(columns.name(first)) { return }
        // A word for nothing is no value, in a column of text as well.
        if kind == .empty, ValuePlaceholder.isNothing(reading.values.text(first)) { return }
        reading.report(
            rule, first, columns, severity: certainty == .found ? .error : .warning,
            expected: expectation)
    }
}

extension LayoutCheck {
    /// What is asked for where another column has a value, or on a sheet.
    private func wanted(beside other: String) -> String? {
        if !other.isEmpty { return "a value beside \(other)" }
        return sheet.map { "a value on the sheet \($0)" }
    }
}

extension RowReading {
    /// Whether it is told already that a column has no value.
    fileprivate func isMissing(_ column: String) -> Bool {
        findings.contains {
            $0.place.segment == column && ($0.rule == .valueConditional || $0.rule == .valueMissing)
        }
    }

    /// Adds what was found in the cell of a column, or in the row where that ends before it.
    mutating func report(
        _ rule: Rule, _ column: Int, _ columns: TableMatch, severity: Severity? = nil,
        expected: String? = nil
    ) {
        let name = columns.name(column)
        if let cell = columns.cell(column, of: row) {
            report(rule, at: cell, column: name, severity: severity, expected: expected)
        } else {
            let cell = columns.has(column) ? row.missingCell : nil
            guard let cell else {
                return report(rule, column: name, severity: severity, expected: expected)
            }
            report(rule, at: cell, column: name, severity: severity, expected: expected)
        }
    }
}
