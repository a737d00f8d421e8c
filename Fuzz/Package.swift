// swift-tools-version: 6.1
import PackageDescription

// Built by scripts/fuzz alone, which adds coverage and a sanitizer to every module, and says where
// the compiler keeps libFuzzer.
let fuzzer = Context.environment["FUZZER_LIBRARY"].map { [$0] } ?? []

let package = Package(
    name: "Fuzz",
    dependencies: [.package(name: "Turnpike", path: "..")],
    targets: [
        .target(name: "CCoverage"),
        .executableTarget(
            name: "Fuzz",
            dependencies: [
                "CCoverage",
                .product(name: "Turnpike", package: "Turnpike"),
                .product(name: "X12", package: "Turnpike"),
            ],
            swiftSettings: [.unsafeFlags(["-parse-as-library"])],
            linkerSettings: [.unsafeFlags(fuzzer), .linkedLibrary("stdc++")]),
    ]
)
