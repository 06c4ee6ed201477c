import Accounts
import Glibc

/// Options from files and environment, in the order in which they give way to each other.
struct Configuration {
  /// What may stand in a file, before the first or under a `[profile NAME]`.
  enum Key: String, CaseIterable {
    case store, format, color, wait, pager, shell
    case eftKey = "eft-key"
    case mailProgram = "mail-program"
    case csvBOM = "csv-bom"

    var variable: String { "UBADMIN_" + rawValue.uppercased().replacing("-", with: "_") }

    var meaning: String {
      switch self {
      case .store: "the accounts store: a path or sqlite:PATH"
      case .format: "how data is written"
      case .color: "auto, always or never"
      case .wait: "seconds to wait for a busy store"
      case .eftKey: "file with the key that seals bank accounts"
      case .mailProgram: "the sendmail-compatible program that `mail send` hands mails to"
      case .csvBOM: "yes, where CSV begins with a byte order mark"
      case .shell: "no, where the prompt starts no programs by ! or |"
      case .pager: "the program that shows long output; empty for none"
      }
    }
  }

  /// A value and where it comes from.
  struct Entry {
    let value: String
    let origin: String
  }

  private var entries: [Key: Entry] = [:]

  subscript(_ key: Key) -> Entry? { entries[key] }

  /// System file, user file, environment: each overrides those before it.
  init(environment: [String: String], profile: String?, readsFiles: Bool) throws(CommandError) {
    var hasProfile = false
    if readsFiles {
      for path in Self.paths(environment) {
        guard let text = Self.contents(path) else { continue }
        if try read(text, path: path, profile: profile) { hasProfile = true }
      }
    }
    if let profile, !hasProfile {
      throw CommandError(
        .configuration, "there is no profile \(profile)",
        remedy: "add [profile \(profile)] to " + (Self.paths(environment).last ?? "a config file"))
    }
    for key in Key.allCases {
      if let value = environment[key.variable], !value.isEmpty {
        entries[key] = Entry(value: value, origin: key.variable)
      }
    }
  }

  /// The files that are read, where they exist; later ones override.
  static func paths(_ environment: [String: String]) -> [String] {
    var paths: [String] = []
    let system = environment["XDG_CONFIG_DIRS"].flatMap { $0.isEmpty ? nil : $0 } ?? "/etc/xdg"
    for folder in system.split(separator: ":").reversed() {
      paths.append("\(folder)/ubadmin/config")
    }
    if let folder = folder("XDG_CONFIG_HOME", "/.config", environment) {
      paths.append("\(folder)/ubadmin/config")
    }
    return paths
  }

  /// A folder of the XDG Base Directory Specification.
  static func folder(_ variable: String, _ standard: String, _ environment: [String: String])
    -> String?
  {
    if let folder = environment[variable], folder.hasPrefix("/") { return folder }
    return environment["HOME"].map { $0 + standard }
  }

  private mutating func read(_ text: String, path: String, profile: String?)
    throws(CommandError) -> Bool
  {
    var section: String?
    var found = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = line.trimmed
      if line.isEmpty || line.hasPrefix("#") { continue }
      let place = "\(path):\(index + 1)"
      if line.hasPrefix("["), line.hasSuffix("]") {
        let words = line.dropFirst().dropLast().split(separator: " ")
        guard words.count == 2, words[0] == "profile" else {
          throw CommandError(.configuration, "\(place): expected [profile NAME], found \(line)")
        }
        section = String(words[1])
        if section == profile { found = true }
        continue
      }
      guard let equals = line.firstIndex(of: "="),
        let key = Key(rawValue: String(line[..<equals].trimmed))
      else {
        throw CommandError(
          .configuration,
          "\(place): found \(line), expected KEY = VALUE with one of "
            + Key.allCases.map(\.rawValue).joined(separator: ", "))
      }
      guard section == nil || section == profile else { continue }
      entries[key] = Entry(
        value: String(line[line.index(after: equals)...].trimmed), origin: place)
    }
    return found
  }

  static func contents(_ path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(file, &block, block.count)
      guard count > 0 else { break }
      bytes.append(contentsOf: block[0..<count])
    }
    return String(decoding: bytes, as: UTF8.self)
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
