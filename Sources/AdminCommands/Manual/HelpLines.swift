import Reports

/// Breaks the lines of help at blanks alone: a word that is longer than a line is not cut.
struct HelpLines {
  /// Columns of a page that goes to no terminal.
  static let usual = 80

  /// Cells of a line. Where a terminal has fewer than 40, its own breaks do less harm.
  let width: Int

  init(width: Int) { self.width = max(width, 40) }

  /// - Parameters:
  ///   - lead: what the first line begins with.
  ///   - indent: blanks before each further line.
  func wrapped(_ units: [String], after lead: String, indent: Int) -> String {
    var lines: [String] = []
    var line = lead
    var isBlank = true
    for unit in units {
      if !isBlank, TerminalText.width(line) + 1 + TerminalText.width(unit) > width {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        isBlank = true
      }
      line += isBlank ? unit : " " + unit
      isBlank = false
    }
    return (lines + [line]).joined(separator: "\n")
  }

  /// A paragraph, whose commands in backticks stay whole.
  /// - Parameter hanging: blanks before each further line; as before the first where nil.
  func paragraph(_ text: some StringProtocol, indent: Int, hanging: Int? = nil) -> String {
    let lead = String(repeating: " ", count: indent)
    return wrapped(
      Self.units(text) { $0.count { $0 == "`" } % 2 == 1 }, after: lead,
      indent: hanging ?? indent)
  }

  /// `USAGE: …`, whose options stay together with their values.
  func usage(_ text: String) -> String {
    let lead = "USAGE: "
    let units = Self.units(text.dropFirst(lead.count)) { unit in
      unit.count { $0 == "[" } > unit.count { $0 == "]" }
        || (unit.hasPrefix("--") && !unit.contains(" "))
    }
    return wrapped(units, after: lead, indent: lead.count)
  }

  /// Names, and next to each what it is.
  func table(_ rows: [(names: String, text: String)]) -> String {
    let names = (rows.map { TerminalText.width($0.names) }.max() ?? 0) + 4
    let isNarrow = width - names < 30
    let indent = isNarrow ? 6 : names
    return rows.map { row in
      let blanks = String(repeating: " ", count: names - 2 - TerminalText.width(row.names))
      let lead = "  " + row.names + (isNarrow ? "\n      " : blanks)
      let words = row.text.split(separator: " ").map(String.init)
      return isNarrow
        ? lead + wrapped(words, after: "", indent: indent)
        : wrapped(words, after: lead, indent: indent)
    }.joined(separator: "\n")
  }

  /// Words, joined for as long as one is open.
  private static func units(
    _ text: some StringProtocol, whileOpen isOpen: (String) -> Bool
  ) -> [String] {
    var units: [String] = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if let last = units.last, isOpen(last) {
        units[units.count - 1] += " " + word
      } else {
        units.append(String(word))
      }
    }
    return units
  }
}
