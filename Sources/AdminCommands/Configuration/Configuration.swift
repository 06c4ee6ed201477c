import Accounts

/// Options from files and environment, in order of precedence.
struct Configuration {
  /// A value and where it comes from.
  struct Entry: Equatable {
    let value: String
    /// A file and line, a variable or an option; empty for a default.
    let origin: String
    let layer: Layer

    /// For people's eyes: a password in a store's address is not repeated.
    var shown: String {
      StoreLocation.holdsPassword(address: value) ? "(not shown: contains a password)" : value
    }
  }

  /// What may give a value, the weakest first.
  enum Layer: Equatable {
    case standard, systemFile, userFile
    case profile(String)
    case environment, option

    var phrase: String {
      switch self {
      case .standard: "default"
      case .systemFile: "system file"
      case .userFile: "user file"
      case .profile(let name): "profile \(name)"
      case .environment: "environment"
      case .option: "option"
      }
    }
  }

  private var entries: [ConfigurationKey: Entry] = [:]

  subscript(_ key: ConfigurationKey) -> Entry? { entries[key] }

  /// System files, user file, the profile of either, environment: each overrides those before it.
  init(environment: [String: String], profile: String?, readsFiles: Bool) throws(CommandError) {
    if readsFiles {
      var files: [ConfigurationFile] = []
      for path in Self.paths(environment) {
        if let file = try ConfigurationFile(path: path) { files.append(file) }
      }
      let user = Self.userPath(environment)
      var ofProfile: [ConfigurationFile.Line] = []
      for file in files {
        let lines = try file.lines()
        add(lines.filter { $0.profile == nil }, file.path == user ? .userFile : .systemFile)
        ofProfile += lines.filter { $0.profile != nil && $0.profile == profile }
      }
      if let profile {
        try Self.check(profile, files.flatMap(\.profiles))
        add(ofProfile, .profile(profile))
      }
    } else if let profile {
      throw CommandError(
        .usage, "--profile cannot be used with --no-config",
        remedy: "leave out --no-config, or --profile \(profile)")
    }
    for key in ConfigurationKey.allCases {
      if let value = environment[key.variable], !value.isEmpty || key == .pager {
        entries[key] = Entry(value: value, origin: key.variable, layer: .environment)
      }
    }
  }

  private mutating func add(_ lines: [ConfigurationFile.Line], _ layer: Layer) {
    for line in lines {
      entries[line.key] = Entry(value: line.value, origin: line.place, layer: layer)
    }
  }

  private static func check(_ profile: String, _ profiles: [String]) throws(CommandError) {
    guard !profiles.contains(profile) else { return }
    let meant = NearestWord.nearest(to: profile, among: profiles)
    throw CommandError(
      .configuration, "there is no profile \(profile)",
      remedy: (meant.map { "did you mean \($0)? Or " } ?? "")
        + "create it with `config set store FILE --profile \(word: profile)`")
  }

  /// The files that are read, where they exist; later ones override.
  static func paths(_ environment: [String: String]) -> [String] {
    (systemPaths(environment).reversed() + [userPath(environment)].compactMap { $0 })
      // A machine may name one folder for both.
      .reduce(into: []) { paths, path in if !paths.contains(path) { paths.append(path) } }
  }

  /// The first is the most important. Relative folders do not count, so that the current folder
  /// decides nothing.
  static func systemPaths(_ environment: [String: String]) -> [String] {
    let named = environment["XDG_CONFIG_DIRS"] ?? ""
    return (named.isEmpty ? "/etc/xdg" : named).split(separator: ":")
      .filter { $0.hasPrefix("/") }.map { "\($0)/ubadmin/config" }
  }

  static func userPath(_ environment: [String: String]) -> String? {
    folder("XDG_CONFIG_HOME", "/.config", environment).map { "\($0)/ubadmin/config" }
  }

  /// A folder of the XDG Base Directory Specification.
  static func folder(_ variable: String, _ standard: String, _ environment: [String: String])
    -> String?
  {
    if let folder = environment[variable], folder.hasPrefix("/") { return folder }
    return home(environment).map { $0 + standard }
  }

  static func home(_ environment: [String: String]) -> String? {
    environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
  }
}

extension StringProtocol {
  /// Without blanks at both ends.
  var trimmed: SubSequence {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return self[startIndex..<startIndex] }
    return self[first...last]
  }
}
