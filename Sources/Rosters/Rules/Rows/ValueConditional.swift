import Diagnostics

// Rules that a layout states of a column, where another column says something.

extension Rule {
    static let valueConditional = Rule(
        "roster.value.conditional", .warning, "A value that another one calls for is there",
        help: """
            Another column of the row calls for a value here, or the sheet on which the row stands: a \
            reason for stopping wants the day, and so does a row that says that the member is \
            disenrolled; a day wants the reason, a member who is engaged has agreed on some day.
            """)
    static let valueUnwanted = Rule(
        "roster.value.unwanted", .warning, "A value that another one excludes is not there",
        help: "Another column of the row says that this one is empty.")
    static let valueExpected = Rule(
        "roster.value.expected", .warning, "A value is one that the others of its row allow",
        help: "By what another column of the row holds, the layout allows only some values here.")
    static let diagnosisSource = Rule(
        "roster.diagnosis.source", .warning, "MassHealth sends no diagnoses with an assignment",
        help: """
            The row says that MassHealth identified the member, and has a diagnosis. MassHealth never \
            sends one (42 CFR Part 2 protects those of substance use), so that somebody else put it \
            there: find out who may see it before passing the file on.
            """)
    static let statusOutreach = Rule(
        "roster.status.outreach", .warning, "A row is active as long as the outreach goes on",
        help: """
            Record_Status is I where the member is deceased, declined or cannot be reached, and A \
            while the outreach has not started, goes on or has succeeded. A row of a referral that was \
            rejected is inactive all the same.
            """)
}
