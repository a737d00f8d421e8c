import Diagnostics
import TableGrammar

/// What must hold inside one row, of what its layout says and of what MassHealth does.
///
/// A class, so that nothing is copied for a row.
package final class RosterRules: Sendable {
    private let columns: TableMatch
    private let layoutChecks: [LayoutCheck]
    private let planAge: PlanAge?
    private let residence: ResidenceState?
    private let names: ProviderNames?
    private let hasNames: Bool

    /// - Parameters:
    ///   - providers: names by provider, where the user has given a list of them.
    ///   - sheet: the name of the rows' sheet, for which alone some rules hold.
    package init(_ columns: TableMatch, providers: ProviderList? = nil, sheet: String? = nil) {
        self.columns = columns
        let meaning = sheet.map(columns.meaning) ?? 0
        let rules = columns.table.rules.filter { rule in
            rule.sheet.map { columns.meaning(ofSheet: $0) == meaning } ?? true
        }
        layoutChecks = rules.compactMap { LayoutCheck($0, columns) }
        planAge = PlanAge(columns)
        residence = ResidenceState(columns)
        names = providers.flatMap { ProviderNames(columns, $0) }
        hasNames = names != nil
    }

    /// Checks one row once its cells are read.
    package func check(_ reading: inout RowReading) {
        let values = reading.values
        layoutChecks.withUnsafeBufferPointer { checks in
            guard var check = checks.baseAddress else { return }
            let end = check + checks.count
            while check != end {
                if LayoutCheck.isBroken(check, values) { report(check, &reading) }
                check += 1
            }
        }
        if let planAge, planAge.isBroken(values) { reportAge(&reading) }
        if let residence, residence.isBroken(values) { reportResidence(&reading) }
        if hasNames { checkNames(&reading) }
    }

    // What is rare stands apart, so that the columns are not copied for a row that breaks no rule.

    @inline(never)
    private func report(_ check: UnsafePointer<LayoutCheck>, _ reading: inout RowReading) {
        check.pointee.report(columns, &reading)
    }

    @inline(never)
    private func reportAge(_ reading: inout RowReading) { planAge?.report(columns, &reading) }

    @inline(never)
    private func reportResidence(_ reading: inout RowReading) {
        residence?.report(columns, &reading)
    }

    @inline(never)
    private func checkNames(_ reading: inout RowReading) {
        names?.check(reading.values, columns, &reading)
    }
}

extension Rule {
    /// The rules of this module about one cell, in the order of the documentation.
    private static let cellRules: [Rule] = [
        .valueMissing, .valueWidth, .valueLines, .valuePlaceholder, .codeUnknown, .codeTolerated,
        .codeCase, .dateInvalid, .dateTolerated, .dateSerial, .dateEarly, .sheetError,
        .sheetScientific, .sheetDecimal, .sheetFormula, .sheetZeros, .memberBlanks, .memberForm,
        .numberForm,
        .phoneForm, .zipPadding, .zipForm, .stateForm, .npiForm, .providerForm, .providerCase,
        .emailForm, .languageCode,
    ]

    /// About one row.
    private static let rowRules: [Rule] = [
        .dateOrder, .dayFirst, .dayLast, .providerPrefix, .valueConditional, .valueUnwanted,
        .diagnosisSource, .valueExpected, .statusOutreach, .planAge, .residenceState,
        .providerUnknown, .providerName,
    ]

    /// About all rows of a file, and about files beside it.
    private static let fileRules: [Rule] = [
        .rowRepeated, .rowConflict, .spanTwice, .personAddress, .personName, .dateMixed,
        .countsDiffer, .changeLarge, .changeLayout, .changeDamaged, .changeLocked,
    ]

    /// The rules of rosters' values, in the order of the documentation.
    package static let rosterRules: [Rule] = cellRules + rowRules + fileRules
}
