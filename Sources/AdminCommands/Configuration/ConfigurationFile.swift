import Accounts

/// The text of a configuration file: lines `KEY = VALUE`, under `[profile NAME]` those of a profile.
struct ConfigurationFile {
  /// A line that gives a key its value.
  struct Line: Equatable {
    let key: ConfigurationKey
    let value: String
    /// The profile; nil before the first.
    let profile: String?
    let place: String
  }

  let path: String
  private(set) var text: String

  init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// Nil if there is no file. One that cannot be read may forbid something, and is an error.
  init?(path: String) throws(CommandError) {
    let text: String?
    do {
      text = try ReadFile.text(path)
    } catch {
      throw CommandError(
        .configuration, "cannot read \(path): \(error.message)",
        remedy: "make the file readable, or use --no-config")
    }
    guard let text else { return nil }
    self.init(path: path, text: text)
  }

  var profiles: [String] {
    Self.split(text).compactMap { Self.section($0.trimmed) }
  }

  /// At the line ends of either system; `\r\n` is one character.
  private static func split(_ text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
  }

  /// Throws what is wrong with any line, whatever profile it belongs to.
  func lines() throws(CommandError) -> [Line] {
    var lines: [Line] = []
    var profile: String?
    for (index, line) in Self.split(text).enumerated() {
      let line = line.trimmed
      if line.isEmpty || line.hasPrefix("#") { continue }
      let place = "\(path):\(index + 1)"
      if line.hasPrefix("[") {
        guard let section = Self.section(line) else {
          throw CommandError(.configuration, "\(place): expected [profile NAME], found \(line)")
        }
        profile = section
        continue
      }
      let new = try Self.line(line, profile: profile, place: place)
      if let old = lines.first(where: { $0.key == new.key && $0.profile == profile }) {
        throw CommandError(
          .configuration, "\(place): \(new.key.rawValue) appears twice, first at \(old.place)",
          remedy: "remove one of the two lines")
      }
      lines.append(new)
    }
    return lines
  }

  private static func line(
    _ text: Substring, profile: String?, place: String
  ) throws(CommandError) -> Line {
    guard let equals = text.firstIndex(of: "=") else {
      throw CommandError(
        .configuration, "\(place): found \(text), expected KEY = VALUE",
        remedy: "the keys are "
          + ConfigurationKey.allCases.map(\.rawValue).joined(separator: ", "))
    }
    let key = try ConfigurationKey(typed: text[..<equals].trimmed, place: place)
    let value = String(text[text.index(after: equals)...].trimmed)
    // Otherwise the file would mean something else in each folder.
    guard !key.isRelative(value) else {
      throw CommandError(
        .configuration, "\(place): found \(key.rawValue) = \(value), expected an absolute path",
        remedy: "use an absolute path, e.g. \(key.rawValue) = /srv/ubadmin/\(value)")
    }
    return Line(key: key, value: value, profile: profile, place: place)
  }

  /// The profile that a line begins.
  private static func section(_ line: Substring) -> String? {
    guard line.hasPrefix("["), line.hasSuffix("]") else { return nil }
    let words = line.dropFirst().dropLast().split(separator: " ")
    return words.count == 2 && words[0] == "profile" ? String(words[1]) : nil
  }
}

extension ConfigurationFile {
  /// Puts a value where the key stands, or at the end of its section; all else stays as it is.
  mutating func set(_ key: ConfigurationKey, _ value: String, in profile: String?) {
    var lines = split
    let own = places(of: key, in: profile, lines)
    let line = String("\(key.rawValue) = \(value)".trimmed)
    if let first = own.first {
      lines[first] = line
      for place in own.dropFirst().reversed() { lines.remove(at: place) }
    } else if let end = end(of: profile, lines) {
      lines.insert(line, at: end)
    } else {
      if !lines.isEmpty { lines.append("") }
      lines += ["[profile \(profile ?? "")]", line]
    }
    text = joined(lines)
  }

  /// Takes a key out; false where it was not there.
  mutating func unset(_ key: ConfigurationKey, in profile: String?) -> Bool {
    var lines = split
    let own = places(of: key, in: profile, lines)
    for place in own.reversed() { lines.remove(at: place) }
    guard !own.isEmpty else { return false }
    text = joined(lines)
    return true
  }

  private var split: [String] {
    let lines = Self.split(text).map(String.init)
    return lines.last == "" ? lines.dropLast() : lines
  }

  /// With the line ends that the file has.
  private func joined(_ lines: [String]) -> String {
    let end = text.contains("\r\n" as Character) ? "\r\n" : "\n"
    return lines.map { $0 + end }.joined()
  }

  private func places(
    of key: ConfigurationKey, in profile: String?, _ lines: [String]
  ) -> [Int] {
    var section: String?
    return lines.indices.filter { index in
      let line = lines[index].trimmed
      if line.hasPrefix("[") { section = Self.section(line) ?? "" }
      let name = line.split(separator: "=", maxSplits: 1).first?.trimmed
      return section == profile && name.map(String.init) == key.rawValue
    }
  }

  /// Where a further line of a section goes; nil if there is no such section.
  private func end(of profile: String?, _ lines: [String]) -> Int? {
    var section: String?
    var end: Int? = profile == nil ? 0 : nil
    for (index, line) in lines.enumerated() {
      let line = line.trimmed
      if line.hasPrefix("[") { section = Self.section(line) ?? "" }
      if section == profile, !line.isEmpty { end = index + 1 }
    }
    return end
  }
}
