import X12Grammar

extension GrammarLibrary {
    /// The guides and dictionaries of this folder, which the program carries with it.
    public static let shipped = GrammarLibrary(
        ShippedGrammars.files.map { GrammarFile(path: $0.path, text: $0.text) }, isChecked: true)
}
