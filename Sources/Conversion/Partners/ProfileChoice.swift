import ShippedGrammars
import X12Grammar

/// Whose companion guide is applied beside the guide.
public enum ProfileChoice: Sendable, Hashable {
    /// That of the sender, where there is one (ISA06 or GS02).
    case automatic
    /// No profile, whoever sent the file.
    case none
    /// One for all files, whoever sent them: `masshealth`.
    case named(String)

    /// From an argument: a profile's name, `auto` or `none`; `nil` for anything else.
    public init?(argument: String) {
        switch argument {
        case "auto": self = .automatic
        case "none": self = .none
        default:
            guard ProfileChoice.names.contains(argument) else { return nil }
            self = .named(argument)
        }
    }

    /// The profiles that there are.
    public static var names: [String] { GrammarLibrary.shipped.profileNames }
}
