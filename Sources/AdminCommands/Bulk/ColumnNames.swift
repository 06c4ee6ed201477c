import Accounts
import Reports

/// How the columns of a file are named, by themselves and by `--map`.
extension BulkHeader {
  /// Names match without regard to case, in a header as in `--map`.
  static func folded(_ name: some StringProtocol) -> String {
    spaced(name).lowercased().replacing("_", with: "-").replacing(" ", with: "-")
      .replacing("\u{a0}", with: "-")
  }

  /// With spaces for line breaks and tabs, which nobody types on a command line.
  private static func spaced(_ name: some StringProtocol) -> String {
    guard name.utf8.contains(where: { $0 < 0x20 }) else { return String(name) }
    return String(name.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  /// The first of many names, or of the numbers of their columns.
  static func listed(_ names: [String]) -> String {
    let further = names.count - mostListed
    return names.prefix(mostListed).map { $0.isEmpty ? "(blank)" : CellBlanks.shown($0) }
      .joined(separator: ", ") + (further > 0 ? " and \(further) more" : "")
  }

  static let mostListed = 20

  /// The option that maps a column; of one whose name fills the screen, how to write it.
  static func map(_ name: String, to field: String) -> String {
    let words = (name.utf8.count > 200 ? "THEIR COLUMN" : spaced(name)) + "=" + field
    // A word that begins with a dash would be taken for another option.
    return words.hasPrefix("-") ? ShellWord.quoted("--map=" + words) : "--map \(word: words)"
  }

  /// Whether a column of that name is known, by itself or by `--map`.
  static func knows(_ name: String, of fields: [FieldInfo], maps: [String]) -> Bool {
    let theirs = ((try? ours(maps, fields: fields)) ?? []).map { folded($0.theirs) }
    return !name.isEmpty
      && (fields.contains { $0.name == folded(name) } || theirs.contains(folded(name)))
  }

  /// The fields that columns of these names are for, in their order.
  static func columnsInOrder(
    _ names: [String], of fields: [FieldInfo], maps: [String]
  ) -> [Int] {
    let ours = (try? Self.ours(maps, fields: fields)) ?? []
    let meant = Self.columns(ours.map(\.theirs), in: names)
    return names.indices.compactMap { position in
      let mapped = meant.lastIndex { $0.contains(position) }.map { ours[$0].ours }
      let name = mapped ?? folded(names[position])
      return fields.firstIndex { $0.name == name }
    }
  }

  /// The positions of the columns that each `--map` means; a column of exactly that name goes first.
  static func columns(_ theirs: [String], in names: [String]) -> [[Int]] {
    theirs.map { their in
      let exact = names.indices.filter { names[$0] == their }
      return exact.isEmpty ? names.indices.filter { folded(names[$0]) == folded(their) } : exact
    }
  }

  static func ours(
    _ maps: [String], fields: [FieldInfo]
  ) throws -> [(theirs: String, ours: String)] {
    var ours: [(theirs: String, ours: String)] = []
    for map in maps {
      guard let equals = map.lastIndex(of: "=") else {
        throw CommandError(.usage, "--map: found \(map.asFound), expected \"Their Column=ours\"")
      }
      let word = String(map[map.index(after: equals)...].trimmed)
      let field = word.hasPrefix("_") ? word : folded(word)
      guard field.hasPrefix("_") || fields.contains(where: { $0.name == field }) else {
        throw CommandError(
          .usage, "--map: unknown field \(word)",
          remedy: "known fields: " + fields.map(\.name).joined(separator: ", "))
      }
      let theirs = String(map[..<equals].trimmed)
      if let earlier = ours.first(where: { $0.theirs == theirs }), earlier.ours != field {
        throw CommandError(
          .usage, "--map maps \(theirs) to both \(earlier.ours) and \(field)",
          remedy: "remove one of them"
        )
      }
      ours.append((theirs, field))
    }
    return ours
  }
}
