// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "EnrollmentService",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "Turnpike", path: "../.."),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "EnrollmentService",
            dependencies: [
                .product(name: "Turnpike", package: "Turnpike"),
                .product(name: "Hummingbird", package: "hummingbird"),
            ]),
        .testTarget(
            name: "EnrollmentServiceTests",
            dependencies: [
                "EnrollmentService", .product(name: "Hummingbird", package: "hummingbird"),
            ]),
    ]
)
