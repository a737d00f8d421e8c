import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The regular files of a folder and of the folders in it, in the order of their names.
///
/// Links are followed; a folder to which several lead is listed once, so that circles end and no
/// record comes twice. Hidden files and folders, devices, pipes and sockets are left out and counted.
struct FolderListing {
    private(set) var places: [InputPlace] = []
    private(set) var skippedCount = 0
    private var listed: Set<FileIdentity> = []

    static func isFolder(_ path: FilePath) -> Bool {
        kind(of: path) == S_IFDIR
    }

    /// Lists a folder.
    mutating func add(_ path: FilePath, name: String) {
        guard let identity = FileIdentity(path: path) else {
            return fail(path, name, .noSuchFileOrDirectory)
        }
        guard listed.insert(identity).inserted else { return }
        guard let names = FolderListing.names(in: path) else {
            return fail(path, name, Errno(rawValue: errno))
        }
        for component in names {
            add(path.appending(component), component, in: name)
        }
    }

    private mutating func add(
        _ path: FilePath, _ component: FilePath.Component, in folder: String
    ) {
        guard let kind = FolderListing.kind(of: path) else {
            return fail(path, name(component, in: folder), Errno(rawValue: errno))
        }
        let isHidden = component.string.hasPrefix(".")
        switch kind {
        case S_IFDIR where !isHidden: add(path, name: name(component, in: folder))
        case S_IFREG where !isHidden:
            places.append(InputPlace(name: name(component, in: folder), path: path))
        default: skippedCount += 1
        }
    }

    private mutating func fail(_ path: FilePath, _ name: String, _ error: Errno) {
        places.append(InputPlace(name: name, path: path, failure: .cannotOpen(error)))
    }

    private func name(_ component: FilePath.Component, in folder: String) -> String {
        folder + (folder.hasSuffix("/") ? "" : "/")
            + component.withPlatformString { bytes in
                Array(UnsafeRawBufferPointer(start: bytes, count: strlen(bytes))).asName
            }
    }

    private static func kind(of path: FilePath) -> mode_t? {
        var status = stat()
        guard path.withPlatformString({ stat($0, &status) }) == 0 else { return nil }
        return status.st_mode & S_IFMT
    }

    /// In the order of their bytes; `nil` where the folder cannot be read, which `errno` explains.
    private static func names(in path: FilePath) -> [FilePath.Component]? {
        guard let folder = path.withPlatformString({ opendir($0) }) else { return nil }
        defer { closedir(folder) }
        var names: [[CChar]] = []
        errno = 0
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { start in
                    Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
                }
            }
            names.append(name)
        }
        guard errno == 0 else { return nil }
        return names.sorted { strcmp($0, $1) < 0 }.compactMap { name in
            let component = name.withUnsafeBufferPointer { buffer in
                buffer.baseAddress.flatMap { FilePath.Component(platformString: $0) }
            }
            return component?.kind == .regular ? component : nil
        }
    }
}
