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
        name = isStandardInput ? InputPlace.standardInputName : Array(argument.utf8).asName
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

extension [UInt8] {
    /// The name of a file, which another file does not have: bytes that are no UTF-8, and control
    /// characters, are `%` and two digits, as in a URL, and in a name that has such, or seems to, also `%` itself.
    var asName: String {
        if let text = String(validating: self, as: UTF8.self), text == text.shownAsName,
            !hasEscapes
        {
            return text
        }
        let digits = Array<UInt8>("0123456789ABCDEF".utf8)
        var name: [UInt8] = []
        func escape(_ byte: UInt8) {
            name += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        var rest = self[...]
        while let first = rest.first {
            var decoder = UTF8()
            var iterator = rest.makeIterator()
            var length = 1
            if case .scalarValue(let scalar) = decoder.decode(&iterator) {
                length = UTF8.width(scalar)
                let isControl = scalar.properties.generalCategory == .control
                if !isControl, scalar != "%" {
                    name += rest.prefix(length)
                    rest = rest.dropFirst(length)
                    continue
                }
                rest.prefix(length).forEach(escape)
            } else {
                escape(first)
            }
            rest = rest.dropFirst(length)
        }
        return String(decoding: name, as: UTF8.self)
    }

    /// Whether something in it looks as if it had been escaped.
    private var hasEscapes: Bool {
        indices.dropLast(2).contains { index in
            self[index] == UInt8(ascii: "%")
                && self[(index + 1)...(index + 2)].allSatisfy {
                    0x30...0x39 ~= $0 || 0x41...0x46 ~= $0
                }
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
