// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .unsafeFlags(["-warnings-as-errors"]),
  // Tests run with the checks; what they find is found there.
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

let package = Package(
  name: "ubadmin",
  products: [.executable(name: "ubadmin", targets: ["ubadmin"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
  ],
  targets: [
    .executableTarget(name: "ubadmin", dependencies: ["AdminCommands"], swiftSettings: strict),
    .target(
      name: "AdminCommands",
      dependencies: [
        "Accounts", "Reports", "CReadline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Repl/CReadline"], swiftSettings: strict),
    .systemLibrary(
      name: "CReadline", path: "Sources/AdminCommands/Repl/CReadline",
      providers: [.apt(["libreadline-dev"])]),
    .target(
      name: "Reports", dependencies: ["Accounts", "CTerminal"],
      exclude: ["Rendering/CTerminal"], swiftSettings: strict),
    .systemLibrary(name: "CTerminal", path: "Sources/Reports/Rendering/CTerminal"),
    .target(
      name: "Accounts",
      dependencies: [
        "CSQLite", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      exclude: ["Engine/SQLite/CSQLite"], swiftSettings: strict),
    .systemLibrary(
      name: "CSQLite", path: "Sources/Accounts/Engine/SQLite/CSQLite",
      providers: [.apt(["libsqlite3-dev"])]),
    .target(
      name: "TestEngines", dependencies: ["Accounts"], path: "Tests/TestEngines",
      swiftSettings: strict),
    .testTarget(
      name: "AccountsTests", dependencies: ["Accounts", "TestEngines"], swiftSettings: strict),
    .testTarget(name: "ReportsTests", dependencies: ["Reports"], swiftSettings: strict),
    .testTarget(
      name: "AdminCommandsTests", dependencies: ["AdminCommands", "TestEngines", "ubadmin"],
      swiftSettings: strict),
  ]
)
