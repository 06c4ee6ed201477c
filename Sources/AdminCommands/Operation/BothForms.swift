import Accounts
import ArgumentParser

/// Arguments that may be typed by their place and as options of their names alike.
enum BothForms {
  /// Puts arguments that were named where they belong; those that follow keep their order. With a
  /// name for one, the words without one are the others', unless there are too many.
  /// - Returns: what is wrong where both forms are given and differ.
  static func place(
    _ named: [Int: [UInt8]], of fields: [FieldInfo], in words: inout [[UInt8]?]
  ) -> String? {
    guard !named.isEmpty else { return nil }
    let arguments = fields.indices.filter { fields[$0].place == .argument }
    let typed = arguments.compactMap { words[$0] }
    let others = arguments.filter { named[$0] == nil }
    if typed.count <= others.count {
      for index in arguments { words[index] = named[index] }
      for (index, word) in zip(others, typed) { words[index] = word }
      return nil
    }
    for (index, word) in named.sorted(by: { $0.key < $1.key }) {
      if let fault = fault(fields[index].name, words[index].map(text), text(word)) { return fault }
      words[index] = word
    }
    return nil
  }

  /// What is wrong with a word that was typed in both forms; nil if nothing is.
  static func fault(_ name: String, _ placed: String?, _ named: String?) -> String? {
    guard let placed, let named, CellBlanks.trimmed(placed) != CellBlanks.trimmed(named) else {
      return nil
    }
    return "--\(name): found \(named), but <\(name)> is \(placed); leave one out"
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// The account of a command, by its place or with `--account`.
struct AccountArgument: ParsableArguments {
  @Argument(help: "account number") var account: String?
  @Option(
    name: .customLong("account"), help: ArgumentHelp("same as <account>", valueName: "account"))
  var namedAccount: String?

  func validate() throws {
    if let fault = BothForms.fault("account", account, namedAccount) {
      throw ValidationError(fault)
    }
  }

  /// As it was typed.
  var word: String? { account ?? namedAccount }

  /// For a list of some accounts, which must exist; none for one of all.
  func filter(on store: Store) throws -> [String] {
    try store.filter(listed: Account.self, word, "account")
  }
}

/// The account of a command that cannot do without one.
struct NeededAccount: ParsableArguments {
  @OptionGroup var accountWord: AccountArgument

  func validate() throws {
    // As the parser itself says it.
    guard accountWord.word == nil else { return }
    throw ValidationError(
      "Missing expected argument '<account>'\nHelp:  <account>  account number")
  }

  /// The parser would put the account in brackets, as `--account` may be given instead.
  static func usage(_ noun: String) -> String {
    ["ubadmin", noun, "show [<options>] <account>"].joined(separator: " ")
  }

  func number() throws -> AccountNumber { try TypedValue.value(accountWord.word ?? "", "account") }
}

/// The meter of a list, by its place or with `--meter`.
struct MeterArgument: ParsableArguments {
  @Argument(help: "only reads of this meter") var meter: String?
  @Option(
    name: .customLong("meter"), help: ArgumentHelp("same as <meter>", valueName: "meter"))
  var namedMeter: String?

  func validate() throws {
    if let fault = BothForms.fault("meter", meter, namedMeter) { throw ValidationError(fault) }
  }

  /// As it was typed.
  var word: String? { meter ?? namedMeter }
}
