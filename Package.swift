// swift-tools-version: 6.2
import PackageDescription

let swift6: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]
/// Code other than tests must mark every use of memory as `unsafe`.
let strict = swift6 + [.strictMemorySafety()]

/// A module of `Sources/Accounts`; it can import only the modules listed.
func room(
  _ name: String, folder: String? = nil, on dependencies: [Target.Dependency] = [],
  exclude: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Sources/Accounts/\(folder ?? name)",
    exclude: exclude, swiftSettings: strict)
}

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let scrypt: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")

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

    room("Values"),
    room("Engines", on: ["Values", "CSQLite"], exclude: ["SQLite/CSQLite"]),
    .systemLibrary(
      name: "CSQLite", path: "Sources/Accounts/Engines/SQLite/CSQLite",
      providers: [.apt(["libsqlite3-dev"])]),
    room("Ledger", on: ["Values", "Engines", "CSQLite", crypto]),
    room("Rules", on: ["Values", "Engines", "Ledger"]),
    room("Portal", on: ["Values", "Engines", "Ledger", "Rules", crypto, scrypt]),
    room("SampleCity", on: ["Values", "Engines", "Ledger", "Rules", "Portal"]),
    room(
      "Accounts", folder: "Catalogue",
      on: ["Values", "Engines", "Ledger", "Rules", "Portal", "SampleCity"]),

    .target(
      name: "TestEngines", dependencies: ["Accounts", "CSQLite"], path: "Tests/TestEngines",
      swiftSettings: swift6),
    .testTarget(
      name: "AccountsTests", dependencies: ["Accounts", "TestEngines"], swiftSettings: swift6),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "TestEngines"], swiftSettings: swift6),
    .testTarget(
      name: "AdminCommandsTests", dependencies: ["AdminCommands", "TestEngines", "ubadmin"],
      swiftSettings: swift6),
  ]
)
