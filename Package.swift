// swift-tools-version: 6.1
import PackageDescription

// Rows are stages, columns are formats: imports go down only (ARCHITECTURE.md, "The house").

let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

let package = Package(
    name: "Turnpike",
    products: [
        .executable(name: "turnpike", targets: ["turnpike"]),
        .library(name: "Turnpike", targets: ["Conversion", "CareModel", "Diagnostics"]),
        .library(name: "X12", targets: ["X12Syntax", "X12Grammar", "X12Structure"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1")
    ],
    targets: [
        // Foundations
        .target(name: "Diagnostics"),
        .target(name: "CareModel"),

        // Syntax
        .systemLibrary(name: "CZlib"),
        .target(name: "Archives", dependencies: ["CZlib"]),
        .target(name: "CX12Scan"),
        .target(name: "X12Syntax", dependencies: ["CX12Scan", "Diagnostics"]),
        .target(name: "X12Grammar"),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "XMLSyntax", dependencies: ["CLibXML2", "Diagnostics"]),
        .target(name: "CTableScan"),
        .target(name: "TableGrammar"),
        .target(
            name: "TableSyntax",
            dependencies: ["Archives", "CTableScan", "Diagnostics", "XMLSyntax"]),

        // Structure
        .target(
            name: "X12Structure",
            dependencies: ["CX12Scan", "Diagnostics", "X12Grammar", "X12Syntax"]),

        // Mapping
        .target(
            name: "X12Mapping",
            dependencies: ["CareModel", "Diagnostics", "X12Grammar", "X12Structure", "X12Syntax"]),

        // Meaning
        .target(
            name: "Enrollments",
            dependencies: [
                "CareModel", "Diagnostics", "X12Grammar", "X12Mapping", "X12Structure",
                "X12Syntax",
            ]),
        .target(
            name: "Claims",
            dependencies: [
                "CareModel", "Diagnostics", "X12Grammar", "X12Mapping", "X12Structure",
                "X12Syntax",
            ]),

        .target(
            name: "Rosters",
            dependencies: ["CareModel", "Diagnostics", "TableGrammar", "TableSyntax"]),
        .target(name: "Referrals", dependencies: ["CareModel", "Diagnostics", "XMLSyntax"]),

        // Output, conversion, command
        .target(name: "Output", dependencies: ["CareModel", "Diagnostics"]),
        .target(
            name: "Conversion",
            dependencies: [
                "Archives", "CareModel", "Claims", "Diagnostics", "Enrollments", "Output",
                "Referrals", "Rosters", "ShippedGrammars", "TableGrammar", "TableSyntax",
                "XMLSyntax", "X12Grammar", "X12Mapping", "X12Structure", "X12Syntax", system,
            ]),
        .target(name: "Synthesis"),
        .executableTarget(
            name: "turnpike",
            dependencies: [
                "Conversion", "Diagnostics", "Output", "ShippedGrammars", "Synthesis",
                "TableGrammar", "TableSyntax", "X12Grammar", system,
            ]),

        // Grammars: data, checked at every build
        .target(
            name: "ShippedGrammars",
            dependencies: ["TableGrammar", "X12Grammar"],
            path: "grammars",
            exclude: ["README.md"],
            plugins: ["GrammarPlugin"]),
        .executableTarget(
            name: "grammarc",
            dependencies: ["TableGrammar", "X12Grammar", "XMLSyntax", system]),
        .plugin(name: "GrammarPlugin", capability: .buildTool(), dependencies: ["grammarc"]),

        // Tests
        .testTarget(name: "ArchivesTests", dependencies: ["Archives", "CZlib"]),
        .testTarget(name: "CareModelTests", dependencies: ["CareModel"]),
        .testTarget(
            name: "ClaimsTests",
            dependencies: [
                "CareModel", "Claims", "Diagnostics", "Output", "ShippedGrammars", "X12Grammar",
                "X12Mapping", "X12Structure", "X12Syntax",
            ]),
        .testTarget(name: "CommandTests", dependencies: ["CZlib", "turnpike"]),
        .testTarget(
            name: "ConversionTests",
            dependencies: [
                "Archives", "CZlib", "CareModel", "Conversion", "Diagnostics", "Output",
                "Rosters", "ShippedGrammars", "Synthesis", "TableGrammar", "TableSyntax",
                "X12Grammar", "X12Structure", "X12Syntax", "XMLSyntax", system,
            ],
            exclude: ["Finds"]),
        .testTarget(
            name: "DocumentationTests", dependencies: ["CareModel", "Conversion", "Diagnostics"]),
        .testTarget(
            name: "EnrollmentsTests",
            dependencies: [
                "CareModel", "Diagnostics", "Enrollments", "Output", "ShippedGrammars",
                "X12Grammar", "X12Mapping", "X12Structure", "X12Syntax",
            ]),
        .testTarget(name: "OutputTests", dependencies: ["CareModel", "Diagnostics", "Output"]),
        .testTarget(
            name: "ReferralsTests",
            dependencies: [
                "CareModel", "Diagnostics", "Output", "Referrals", "ShippedGrammars", "XMLSyntax",
            ], exclude: ["Finds"]),
        .testTarget(name: "RepositoryTests", dependencies: ["Conversion", "Diagnostics"]),
        .testTarget(
            name: "RostersTests",
            dependencies: [
                "CareModel", "Diagnostics", "Output", "Rosters", "ShippedGrammars", "TableGrammar",
                "TableSyntax",
            ]),
        .testTarget(
            name: "SampleTests",
            dependencies: [
                "Conversion", "Diagnostics", "Output", "ShippedGrammars", "X12Grammar",
                "X12Structure",
                "X12Syntax",
            ]),
        .testTarget(name: "SynthesisTests", dependencies: ["Synthesis"]),
        .testTarget(
            name: "TableGrammarTests", dependencies: ["ShippedGrammars", "TableGrammar"],
            exclude: ["Sound", "WrongLayouts"]),
        .testTarget(
            name: "TableSyntaxTests",
            dependencies: ["Archives", "CTableScan", "CZlib", "Diagnostics", "TableSyntax"]),
        .testTarget(
            name: "X12GrammarTests",
            dependencies: ["X12Grammar", "X12Structure", "ShippedGrammars", "grammarc"],
            exclude: ["Finds", "Sound", "WrongGrammars"]),
        .testTarget(
            name: "X12StructureTests",
            dependencies: [
                "Diagnostics", "ShippedGrammars", "X12Grammar", "X12Structure", "X12Syntax",
            ]),
        .testTarget(
            name: "X12SyntaxTests", dependencies: ["CX12Scan", "Diagnostics", "X12Syntax"],
            exclude: ["Finds"]),
        .testTarget(
            name: "XMLSyntaxTests", dependencies: ["CLibXML2", "Diagnostics", "XMLSyntax"]),
    ]
)
