import Foundation
import PackagePlugin

/// Checks the `.grammar`, `.layout` and `.xsd` files of a target and embeds them in it; a wrong
/// grammar fails the build.
///
/// The folder of grammars must be the target's own path: only then does the build notice files
/// that come and go.
@main
struct GrammarPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        guard let module = target as? SourceModuleTarget else { return [] }
        let grammars = module.sourceFiles.map(\.url)
            .filter { ["grammar", "layout", "xsd"].contains($0.pathExtension) }
            .sorted { $0.path < $1.path }
        let output = context.pluginWorkDirectoryURL.appending(path: "GrammarFiles.swift")
        return [
            .buildCommand(
                displayName: "Checking \(grammars.count) grammars, layouts and schemas",
                executable: try context.tool(named: "grammarc").url,
                arguments: ["--output", output.path] + grammars.map(\.path),
                inputFiles: grammars, outputFiles: [output])
        ]
    }
}
