import Accounts
import ArgumentParser

/// One option that every command takes, for the parser, its help, and command lines simple enough
/// to need no parser.
struct GlobalOption: Sendable {
  let name: String
  let short: Character?
  let takesValue: Bool
  let declaration: @Sendable () -> Any
  let decode: @Sendable (inout GlobalOptions, KeyedDecodingContainer<FieldKey>) throws -> Void
  /// False where the word is not a valid value.
  let take: @Sendable (inout GlobalOptions, String) -> Bool

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
      "write data to a file, completely or not at all"),
    flag(\.json, "json", "same as --format json"),
    flag(\.csv, "csv", "same as --format csv"),
    option(
      \.fields, "fields", value: "a,b", "only these fields, in this order; `help` lists them"),
    option(
      \.sort, "sort", value: "a,-b", parsing: .unconditional,
      "sort by these fields; -a is descending"),
    option(\.limit, "limit", value: "count", "maximum number of rows; 0 is all"),
    flag(\.noHeader, "no-header", "write no header line"),
    option(\.color, "color", value: "when", "when to use color; default: auto"),
    flag(\.noPager, "no-pager", "do not page long output"),
    flag(
      \.noEscapeFormulas, "no-escape-formulas",
      "write CSV text that begins with = + - @ unchanged"),
    flag(\.dryRun, "dry-run", short: "n", "show what would change, without changing anything"),
    flag(
      \.detailedExitcode, "detailed-exitcode",
      "with --dry-run: exit with status 2 if something would change"),
    flag(\.yes, "yes", short: "y", "answer yes to every question"),
    flag(\.noInput, "no-input", "never ask a question; fail if one is needed"),
    date(\.asOf, "as-of", "show data as of this day"),
    flag(\.reveal, "reveal", "show personal data in full; this is recorded"),
    flag(\.quiet, "quiet", short: "q", "print only errors"),
    flag(\.verbose, "verbose", short: "v", "print which store is used"),
  ]

  private static func option<V: ExpressibleByArgument>(
    _ path: any WritableKeyPath<GlobalOptions, V?> & Sendable, _ name: String,
    short: Character? = nil,
    value: String, parsing: SingleValueParsingStrategy = .next, _ help: String
  ) -> GlobalOption {
    GlobalOption(
      name: name, short: short, takesValue: true,
      declaration: {
        Option<V?>(
          name: names(name, short), parsing: parsing,
          help: ArgumentHelp(stringLiteral: help).naming(value))
      },
      decode: { options, container in
        options[keyPath: path] =
          try container.decode(Option<V?>.self, forKey: FieldKey(name)).wrappedValue
      },
      take: { options, word in
        guard let value = V(argument: word) else { return false }
        options[keyPath: path] = value
        return true
      })
  }

  private static func date(
    _ path: any WritableKeyPath<GlobalOptions, CivilDate?> & Sendable, _ name: String,
    _ help: String
  ) -> GlobalOption {
    GlobalOption(
      name: name, short: nil, takesValue: true,
      declaration: {
        Option<CivilDate?>(
          name: .customLong(name), help: ArgumentHelp(stringLiteral: help).naming("date"),
          transform: Words.option)
      },
      decode: { options, container in
        options[keyPath: path] =
          try container.decode(Option<CivilDate?>.self, forKey: FieldKey(name)).wrappedValue
      },
      take: { options, word in
        guard let value = try? CivilDate(word) else { return false }
        options[keyPath: path] = value
        return true
      })
  }

  private static func flag(
    _ path: any WritableKeyPath<GlobalOptions, Bool> & Sendable, _ name: String,
    short: Character? = nil, _ help: String
  ) -> GlobalOption {
    GlobalOption(
      name: name, short: short, takesValue: false,
      declaration: {
        Flag(wrappedValue: false, name: names(name, short), help: ArgumentHelp(stringLiteral: help))
      },
      decode: { options, container in
        options[keyPath: path] =
          try container.decode(Flag<Bool>.self, forKey: FieldKey(name)).wrappedValue
      },
      take: { options, _ in
        options[keyPath: path] = true
        return true
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

extension GlobalOptions {
  /// The options among the words, and the other words; nil where the real parser must decide.
  static func plain(_ words: ArraySlice<String>) -> (options: GlobalOptions, others: [String])? {
    var options = GlobalOptions()
    var others: [String] = []
    var given: Set<String> = []
    var rest = words
    while let word = rest.popFirst() {
      guard word.hasPrefix("-") else {
        others.append(word)
        continue
      }
      guard let option = GlobalOption.named(word), given.insert(option.name).inserted else {
        return nil
      }
      var value = ""
      if option.takesValue {
        guard let next = rest.popFirst(), !next.hasPrefix("-") else { return nil }
        value = next
      }
      guard option.take(&options, value) else { return nil }
    }
    return (options, others)
  }
}

extension GlobalOption {
  /// The option of a word as typed.
  static func named(_ word: String) -> GlobalOption? {
    let name = word.drop { $0 == "-" }
    switch word.count - name.count {
    case 1: return all.first { $0.short != nil && String($0.short ?? " ") == name }
    case 2: return all.first { $0.name == name }
    default: return nil
    }
  }
}
