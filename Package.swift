// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

/// A module of `Sources/Accounts`; it sees the modules that it names, and no others. Those that hand
/// bytes to and from the engines touch memory; in the others the compiler allows nothing unsafe.
func room(
  _ name: String, folder: String? = nil, on dependencies: [Target.Dependency] = [],
  exclude: [String] = [], touchesMemory: Bool = false
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Sources/Accounts/\(folder ?? name)",
    exclude: exclude, swiftSettings: touchesMemory ? strict : strict + [.strictMemorySafety()])
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

    room("Values", touchesMemory: true),
    room(
      "Engines", on: ["Values", "CSQLite"], exclude: ["SQLite/CSQLite"],
      touchesMemory: true),
    .systemLibrary(
      name: "CSQLite", path: "Sources/Accounts/Engines/SQLite/CSQLite",
      providers: [.apt(["libsqlite3-dev"])]),
    room("Ledger", on: ["Values", "Engines", "CSQLite", crypto], touchesMemory: true),
    room("Rules", on: ["Values", "Engines", "Ledger"]),
    room("Portal", on: ["Values", "Engines", "Ledger", "Rules", crypto, scrypt]),
    room("SampleCity", on: ["Values", "Engines", "Ledger", "Rules", "Portal"]),
    room(
      "Accounts", folder: "Catalogue",
      on: ["Values", "Engines", "Ledger", "Rules", "Portal", "SampleCity"]),

    .target(
      name: "TestEngines", dependencies: ["Accounts"], path: "Tests/TestEngines",
      swiftSettings: strict),
    .testTarget(
      name: "AccountsTests", dependencies: ["Accounts", "TestEngines"], swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "TestEngines"], swiftSettings: strict),
    .testTarget(
      name: "AdminCommandsTests", dependencies: ["AdminCommands", "TestEngines", "ubadmin"],
      swiftSettings: strict),
  ]
)
