import Accounts
import ArgumentParser
import Reports

/// One option that every command takes: for the line, its help and completion.
struct GlobalOption: Sendable {
  let name: String
  let short: Character?
  /// What its value is called; nil if it takes none.
  let valueName: String?
  /// Any next word is its value, even one with a dash.
  var takesAnyWord = false
  let help: String
  /// The words that it takes, where they are few.
  var values: @Sendable () -> [String] = { [] }
  /// Puts a value into the options; throws a `ValueFault` where it is none.
  let take: @Sendable (inout GlobalOptions, String) throws -> Void
  /// For `GlobalOptionsPage`.
  let declaration: @Sendable () -> Any

  static let all: [GlobalOption] = [
    option(
      \.store, "store", value: "url",
      "the accounts store: a path, sqlite:PATH, postgresql://USER@HOST/DATABASE or service=NAME"),
    option(\.profile, "profile", value: "name", "profile in the configuration file"),
    flag(\.noConfig, "no-config", "read no configuration file"),
    option(\.wait, "wait", value: "seconds", "time to wait for a busy store"),
    option(\.format, "format", short: "O", value: "format", "output format"),
    option(
      \.output, "output", short: "o", value: "file",
      "write the output to a file, completely or not at all"),
    flag(
      \.provenance, "provenance",
      "with --output: also write a provenance file, for `report verify`"),
    flag(\.json, "json", "same as --format json"),
    flag(
      \.plot, "plot",
      "same as --format plot: bars in the terminal, or one line of bars per group when grouped by month"
    ),
    flag(\.csv, "csv", "same as --format csv"),
    option(
      \.layout, "layout", value: "style",
      "table layout: table, records (one line per cell) or auto; default: auto"),
    option(
      \.fields, "fields", value: "a,b", "only these fields, in this order; `help` lists them"),
    option(
      \.sort, "sort", value: "a,-b", takesAnyWord: true,
      "sort by these fields; -a is descending"),
    option(\.limit, "limit", value: "count", "maximum number of rows; 0 means all"),
    flag(\.noHeader, "no-header", "write no header line"),
    option(\.color, "color", value: "when", "use color: auto, always or never; default: auto"),
    flag(\.noPager, "no-pager", "do not use a pager"),
    flag(
      \.noEscapeFormulas, "no-escape-formulas",
      "leave CSV text that begins with = + - @ unchanged, also in a --from file"),
    flag(\.bom, "bom", "begin CSV with a byte order mark, for spreadsheets"),
    option(\.delimiter, "delimiter", value: "name", "CSV delimiter, also of a --from file"),
    flag(\.dryRun, "dry-run", short: "n", "show what would change, without changing anything"),
    flag(
      \.detailedExitcode, "detailed-exitcode",
      "with --dry-run: exit with status 2 if something would change"),
    flag(\.yes, "yes", short: "y", "answer yes to every question"),
    option(
      \.accept, "accept", value: "what",
      "accept values that look wrong: `unusual` figures and dates; --yes implies it"),
    flag(\.noInput, "no-input", "never ask a question; fail if one is needed"),
    date(\.asOf, "as-of", "show data as of this day"),
    option(
      \.at, "at", value: "change|time",
      "show the records as they were after this change, or at this time"),
    flag(\.reveal, "reveal", "show personal data in full; this is recorded"),
    flag(\.quiet, "quiet", short: "q", "print errors only"),
    flag(
      \.verbose, "verbose", short: "v",
      "print which store is used, and show a dry run as a table of fields"),
  ]

  /// Where to read about all of them.
  static let remedy = "see `ubadmin help options`"

  /// By the name that follows two dashes.
  static func named(_ name: some StringProtocol) -> GlobalOption? { all.first { $0.name == name } }

  static func short(_ letter: Character) -> GlobalOption? { all.first { $0.short == letter } }

  private static func option<V: GlobalValue>(
    _ path: any WritableKeyPath<GlobalOptions, V?> & Sendable, _ name: String,
    short: Character? = nil, value: String, takesAnyWord: Bool = false, _ help: String
  ) -> GlobalOption {
    GlobalOption(
      name: name, short: short, valueName: value, takesAnyWord: takesAnyWord, help: help,
      values: { V.allValueStrings },
      take: { options, word in
        guard let value = V(argument: word) else {
          throw ValueFault(
            .malformed, found: word, expected: V.expected, remedy: V.remedy(word) ?? Self.remedy)
        }
        options[keyPath: path] = value
      },
      declaration: {
        Option<V?>(
          name: names(name, short), parsing: takesAnyWord ? .unconditional : .next,
          help: ArgumentHelp(stringLiteral: help).naming(value))
      })
  }

  private static func date(
    _ path: any WritableKeyPath<GlobalOptions, TypedDay?> & Sendable, _ name: String,
    _ help: String
  ) -> GlobalOption {
    GlobalOption(
      name: name, short: nil, valueName: "date", help: help,
      take: { options, word in options[keyPath: path] = try TypedDay(word) },
      declaration: {
        Option<TypedDay?>(
          name: .customLong(name), help: ArgumentHelp(stringLiteral: help).naming("date"),
          transform: TypedValue.option)
      })
  }

  private static func flag(
    _ path: any WritableKeyPath<GlobalOptions, Bool> & Sendable, _ name: String,
    short: Character? = nil, _ help: String
  ) -> GlobalOption {
    GlobalOption(
      name: name, short: short, valueName: nil, help: help,
      take: { options, _ in options[keyPath: path] = true },
      declaration: {
        Flag(wrappedValue: false, name: names(name, short), help: ArgumentHelp(stringLiteral: help))
      })
  }

  private static func names(_ name: String, _ short: Character?) -> NameSpecification {
    guard let short else { return .customLong(name) }
    return [.customShort(short), .customLong(name)]
  }
}

extension ArgumentHelp {
  fileprivate func naming(_ value: String) -> ArgumentHelp {
    var help = self
    help.valueName = value
    return help
  }
}
