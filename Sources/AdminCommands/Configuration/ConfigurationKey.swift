import Accounts
import Reports

/// What may appear in a configuration file, before the first or under a `[profile NAME]`.
enum ConfigurationKey: String, CaseIterable {
  case store, format, color, wait, pager, shell
  case eftKey = "eft-key"
  case mailProgram = "mail-program"
  case csvBOM = "csv-bom"
  case plans

  var variable: String { "UBADMIN_" + rawValue.uppercased().replacing("-", with: "_") }

  var meaning: String {
    switch self {
    case .store: "the accounts store: a path, sqlite:PATH or postgresql://USER@HOST/DATABASE"
    case .format: "default output format"
    case .color: "auto, always or never"
    case .wait: "seconds to wait for a busy store"
    case .eftKey: "file with the key that seals bank accounts"
    case .mailProgram: "sendmail-compatible program used by `mail send`"
    case .csvBOM: "yes: begin CSV output with a byte order mark"
    case .shell: "no: the prompt does not run programs with ! or |"
    case .plans: "folder of plans waiting for review, for `plan list` and `today`"
    case .pager: "pager for long output; empty for none"
    }
  }

  /// What a value has to be; nil if the value is fine.
  func expected(insteadOf value: String) -> String? {
    switch self {
    case .format: OutputFormat(rawValue: value) == nil ? OutputFormat.expected : nil
    case .color: ColorChoice(rawValue: value) == nil ? ColorChoice.expected : nil
    case .wait: WaitTime(argument: value) == nil ? WaitTime.expected : nil
    case .csvBOM, .shell: YesNo(rawValue: value.lowercased()) == nil ? "yes or no" : nil
    case .store, .eftKey, .mailProgram, .plans: value.isEmpty ? "a value" : nil
    case .pager: nil
    }
  }

  /// Of a value that is typed, or that stands in the configuration.
  func fault(of value: String, at origin: String? = nil) -> CommandError {
    let expected = expected(insteadOf: value) ?? "another value"
    let remedy = DidYouMean.leading("", found: value, expected: expected)
    guard let origin else {
      return CommandError(
        .usage, "\(rawValue): found \(value.asFound), expected \(expected)", remedy: remedy)
    }
    return CommandError(
      .configuration, "\(origin): found \(rawValue) = \(value), expected \(expected)",
      remedy: remedy)
  }

  /// Whether a value names a file by a path that means another file in another folder.
  func isRelative(_ value: String) -> Bool {
    switch self {
    case .store:
      guard case .file(let path)? = try? StoreLocation(value) else { return false }
      return !path.hasPrefix("/")
    case .eftKey, .plans: return !value.hasPrefix("/")
    // A bare name is found on the PATH.
    case .mailProgram: return value.prefix { $0 != " " }.contains("/") && !value.hasPrefix("/")
    default: return false
    }
  }

  /// A key that is typed; an unknown one is told with the one that was probably meant.
  init(typed word: some StringProtocol, place: String? = nil) throws(CommandError) {
    if let key = Self(rawValue: String(word)) {
      self = key
      return
    }
    let names = Self.allCases.map(\.rawValue)
    let meant = NearestWord.nearest(to: String(word), among: names)
    throw CommandError(
      place == nil ? .usage : .configuration,
      (place.map { $0 + ": " } ?? "") + "unknown key \(word)",
      remedy: (meant.map { "did you mean \($0)? " } ?? "") + "the keys are "
        + names.joined(separator: ", "))
  }
}
