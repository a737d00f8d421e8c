import TableGrammar
import X12Grammar

extension GrammarLibrary {
    /// The guides and dictionaries of this folder, which the program carries with it.
    public static let shipped = GrammarLibrary(
        ShippedGrammars.files.map { GrammarFile(path: $0.path, text: $0.text) }, isChecked: true)
}

extension LayoutLibrary {
    /// The layouts of this folder, which the program carries with it.
    package static let shipped = LayoutLibrary(
        ShippedGrammars.layouts.map { LayoutFile(path: $0.path, text: $0.text) })
}
