import CTerminal
import Glibc

/// What is known about the terminal, if there is one.
package enum Terminal {
  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Columns of the terminal behind a descriptor; `COLUMNS` overrides what it says. Nil is no
  /// terminal: what is written there is never cut, whatever `COLUMNS` says.
  package static func columns(_ descriptor: Int32, environment: [String: String]) -> Int? {
    guard isTerminal(descriptor) else { return nil }
    return columns(
      reported: Int(ubadmin_terminal_columns(descriptor)), environment: environment)
  }

  /// A terminal that does not know its size, as on a serial line, is taken to have 80 columns.
  static func columns(reported: Int, environment: [String: String]) -> Int {
    if let wanted = environment["COLUMNS"].flatMap({ Int($0) }), wanted > 0 { return wanted }
    return reported > 0 ? reported : 80
  }

  /// Whether the locale's character set is UTF-8; without a word on it, it is.
  package static func isUnicode(_ environment: [String: String]) -> Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    guard let locale = locale?.lowercased() else { return true }
    return locale.contains("utf-8") || locale.contains("utf8")
  }

  /// `--color` decides; `auto` is on a terminal that can, unless `NO_COLOR` says no.
  package static func usesColor(
    _ choice: ColorChoice, isTerminal: Bool, environment: [String: String]
  ) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto:
      guard isTerminal, environment["NO_COLOR", default: ""].isEmpty else { return false }
      return !["", "dumb"].contains(environment["TERM", default: ""])
    }
  }
}

/// The values of `--color`.
package enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never
}
