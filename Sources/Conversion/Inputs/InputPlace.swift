import SystemPackage

/// A file to open, or standard input; what the arguments of a run lead to.
struct InputPlace {
    /// What it is called in what is written of it.
    let name: String
    /// `nil` is standard input.
    let path: FilePath?
    /// Why there is nothing to open: a folder that cannot be listed.
    var failure: ConversionFailure?

    /// What standard input is called.
    static let standardInputName = "(standard input)"

    /// An argument of the command.
    init(argument: String) {
        let isStandardInput = argument == "-"
        name = isStandardInput ? InputPlace.standardInputName : argument.shownAsName
        path = isStandardInput ? nil : FilePath(argument)
    }

    init(name: String, path: FilePath, failure: ConversionFailure? = nil) {
        self.name = name
        self.path = path
        self.failure = failure
    }
}

/// What the arguments of a run lead to: folders are replaced by the files beneath them.
struct InputList {
    private(set) var places: [InputPlace] = []
    /// How many files of folders are left out: hidden ones, and what is no regular file.
    private(set) var skippedCount = 0

    init(_ arguments: [String]) {
        for argument in arguments {
            let place = InputPlace(argument: argument)
            guard let path = place.path, FolderListing.isFolder(path) else {
                places.append(place)
                continue
            }
            var listing = FolderListing()
            listing.add(path, name: place.name)
            let isEmpty = listing.places.isEmpty
            places +=
                isEmpty
                ? [InputPlace(name: place.name, path: path, failure: .emptyFolder)]
                : listing.places
            skippedCount += listing.skippedCount
        }
    }
}

extension String {
    /// Without control characters, which a terminal would obey: for what comes from elsewhere.
    var shownAsName: String {
        guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            return self
        }
        var shown = UnicodeScalarView()
        for scalar in unicodeScalars {
            shown.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
        }
        return String(shown)
    }
}
