import Foundation
import Testing

/// Imports go down only, and the table of ARCHITECTURE.md tells them all.
struct ImportTests {
    @Test func tableIsTheManifest() throws {
        let table = try ModuleTable().rows
        let manifest = try Manifest.loaded.get().imports
        #expect(Set(table.map(\.module)) == Set(manifest.keys))
        for row in table {
            #expect(row.imports == manifest[row.module], "\(row.module)")
        }
    }

    /// A folder that the manifest does not name would never be built, nor its tests run.
    @Test(arguments: ["Sources", "Tests", "Plugins"])
    func everyFolderIsATarget(of place: String) throws {
        let folders = try FileManager.default.contentsOfDirectory(
            at: Repository.root.appending(path: place), includingPropertiesForKeys: nil,
            options: .skipsHiddenFiles)
        let targets = Set(try Manifest.loaded.get().targets.map(\.name))
        #expect(Set(folders.map(\.lastPathComponent)).subtracting(targets) == [])
    }

    @Test func tableIsTheSources() throws {
        let table = try ModuleTable().rows
        let known = Set(table.map(\.module)).union(table.flatMap(\.imports))
        var imports: [String: Set<String>] = [:]
        for file in try Repository.sources() {
            imports[file.module, default: []].formUnion(file.code.imports)
        }
        for row in table {
            let used = imports[row.module, default: []].intersection(known)
            #expect(row.imports == used, "\(row.module)")
        }
    }

    @Test func importsGoDown() throws {
        let table = try ModuleTable()
        let depths = table.depths
        let rowOfModule = Dictionary(uniqueKeysWithValues: table.rows.map { ($0.module, $0.row) })
        for row in table.rows {
            for name in row.imports {
                guard let other = rowOfModule[name] else { continue }  // another package's
                #expect(depths[other]! > depths[row.row]!, "\(row.module) imports \(name)")
            }
        }
    }

    @Test func foundationStaysAbove() throws {
        let below = try ModuleTable().modules(
            in: [
                "meaning", "mapping", "structure", "data", "syntax", "containers", "foundations",
            ])
        #expect(below.count >= 10)
        for file in try Repository.sources() where below.contains(file.module) {
            let imports = file.code.imports
            #expect(imports.isDisjoint(with: ["Foundation", "FoundationEssentials"]), "\(file)")
        }
    }
}
