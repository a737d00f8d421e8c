/// What a kind of table holds: its columns, and what they say of one another.
package struct Layout: Sendable, Hashable {
    /// `cp-assignment`, by which it is chosen.
    package let name: String
    /// As the sender counts them, or the years in which it was used.
    package let version: String
    /// In words.
    package internal(set) var title = ""
    /// How sure its facts are, where a line does not say otherwise.
    package let certainty: Certainty
    /// What a reader should know of it.
    package internal(set) var notes: [String] = []
    /// What files of it are called: hints, never proof.
    package internal(set) var files: [FilePattern] = []
    /// Sheets that hold no rows of it.
    package internal(set) var asides: [String] = []
    /// Tables that differ in their columns.
    package internal(set) var tables: [LayoutTable] = []

    /// How sure a fact is.
    package enum Certainty: String, Sendable, Hashable, CaseIterable {
        /// In a public source.
        case found
        /// In one sample only.
        case seen
        /// In a public source that is some years old; newer versions may differ.
        case dated
        case inferred
        case unverified
    }
}

/// Columns, and the sheets that have them.
package struct LayoutTable: Sendable, Hashable {
    /// Names of the sheets, `*` for any; empty where the name does not matter.
    package internal(set) var sheets: [String] = []
    /// In their order; those of some versions come last.
    package internal(set) var columns: [LayoutColumn] = []
    package internal(set) var rules: [RowRule] = []
    /// Indices of the columns in which two rows that are not the same differ.
    package internal(set) var key: [Int] = []
    /// Whether columns have fixed widths and no delimiters.
    package internal(set) var isFixed = false
    /// Whether no row names the columns.
    package internal(set) var isHeadless = false
    /// How many columns the layout says there are.
    var statedCount = 0

    /// Widths of all columns, where these are fixed.
    package var widths: [Int]? { isFixed ? columns.map { $0.width ?? 0 } : nil }
}

/// A column of a table.
package struct LayoutColumn: Sendable, Hashable {
    /// As the sender writes it.
    package let name: String
    /// Other names by which it goes.
    package internal(set) var aliases: [String] = []
    /// One of the types of the `fields` file: `text`, `date`.
    package let type: String
    /// Greatest number of characters; `nil` where it is not known.
    package let width: Int?
    package let usage: Usage
    /// Who fills it, by the codes of the `fields` file.
    package let suppliers: [String]
    /// What it is in the record; `nil` where no field is it.
    package let field: String?
    package let certainty: Layout.Certainty
    /// Whether only some versions of the layout have it, at a place that is not known.
    package internal(set) var isExtra = false
    /// Of dates: the first is the layout's own, the others are tolerated, in the order in which they
    /// are tried.
    package internal(set) var formats: [DateFormat] = []
    /// Of codes: those that the layout has.
    package internal(set) var values: [String] = []
    /// Values that were seen and that the layout does not have.
    package internal(set) var tolerated: [String] = []

    /// What a layout asks of a column: letters of `R`, `V`, `L`, or `O`.
    package struct Usage: OptionSet, Sendable, Hashable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// `R`: the column is there.
        package static let required = Usage(rawValue: 1)
        /// `V`: each row has a value in it.
        package static let value = Usage(rawValue: 2)
        /// `L`: whoever receives it leaves it as it is.
        package static let locked = Usage(rawValue: 4)
    }
}

/// What columns of a row say of one another; columns are indices in the table.
package struct RowRule: Sendable, Hashable {
    package enum Check: Sendable, Hashable {
        /// The first date is not after the second.
        case order(Int, Int)
        /// A date is the first day of a month, or the last.
        case firstDay(Int)
        case lastDay(Int)
        /// The first is what the second begins with.
        case prefix(Int, Int)
        /// There is a value.
        case require(Int)
        /// There is none.
        case empty(Int)
        /// The value is one of these.
        case expect(Int, [String])

        /// The columns that it looks at.
        package var columns: [Int] {
            switch self {
            case .order(let first, let second), .prefix(let first, let second): [first, second]
            case .firstDay(let column), .lastDay(let column), .require(let column),
                .empty(let column), .expect(let column, _):
                [column]
            }
        }
    }

    /// "Where that column has one of these values", or any value where none are given.
    package struct Condition: Sendable, Hashable {
        package let column: Int
        package internal(set) var values: [String]
    }

    package internal(set) var check: Check
    package internal(set) var condition: Condition?
    /// The sheet for whose rows alone it holds; `nil` for those of all.
    package internal(set) var sheet: String?
    package let certainty: Layout.Certainty
}
