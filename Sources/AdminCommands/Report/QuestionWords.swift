import Accounts
import ArgumentParser
import Reports

/// The words that were typed for a report's options.
struct QuestionWords {
  private(set) var words: [String: String] = [:]
  private(set) var days: [String: TypedDay] = [:]
  private(set) var flags: Set<String> = []
  /// The account by its place and by its name.
  private var account: (placed: String?, named: String?)

  var isAccountNamed: Bool { account.placed == nil }

  init() {}

  init(
    _ parameters: [QuestionParameter], _ container: KeyedDecodingContainer<FieldKey>
  ) throws {
    func option(_ key: String) throws -> String? {
      try container.decode(Option<String?>.self, forKey: FieldKey(key)).wrappedValue
    }
    for parameter in parameters {
      let key = FieldKey(parameter.name)
      switch parameter.kind {
      case .flag:
        if try container.decode(Flag<Bool>.self, forKey: key).wrappedValue {
          flags.insert(parameter.name)
        }
      case .day:
        days[parameter.name] = try container.decode(Option<TypedDay?>.self, forKey: key)
          .wrappedValue
      case .account:
        account.placed = try container.decode(Argument<String?>.self, forKey: key).wrappedValue
        account.named = try option(Self.named(parameter.name))
        words[parameter.name] = account.placed ?? account.named
      default: words[parameter.name] = try option(parameter.name)
      }
    }
  }

  /// The property of an argument's option.
  private static func named(_ name: String) -> String { "named-" + name }

  /// A parameter as ArgumentParser finds it in a mirror.
  static func members(_ parameter: QuestionParameter) -> [OptionMembers.Member] {
    let name = NameSpecification.customLong(parameter.name)
    let help = ArgumentHelp(parameter.text, valueName: parameter.valueName)
    return switch parameter.kind {
    case .day:
      [
        (
          parameter.name,
          Option<TypedDay?>(name: name, help: help, transform: TypedValue.option)
        )
      ]
    case .flag: [(parameter.name, Flag(wrappedValue: false, name: name, help: help))]
    case .account:
      [
        (parameter.name, Argument<String?>(help: ArgumentHelp(parameter.help))),
        (
          Self.named(parameter.name),
          Option<String?>(
            name: name,
            help: ArgumentHelp("same as <\(parameter.name)>", valueName: parameter.name))
        ),
      ]
    default: [(parameter.name, Option<String?>(name: name, help: help))]
    }
  }

  /// What is wrong with the words themselves, whatever the store.
  func check(_ parameters: [QuestionParameter]) throws {
    if let fault = BothForms.fault("account", account.placed, account.named) {
      throw ValidationError(fault)
    }
    for parameter in parameters {
      guard let word = words[parameter.name] else { continue }
      switch parameter.kind {
      case .choice(let choices): _ = try parameter.chosen(word, of: choices)
      case .list(let choices): _ = try parameter.chosen(severalOf: word, of: choices)
      case .number(let range):
        if let number = Int64(word), range.contains(number) { continue }
        throw parameter.fault(
          word, "a number from \(range.lowerBound) to \(range.upperBound)")
      case .quantity(let most):
        if let quantity = try? Quantity(word), quantity.units >= 0,
          quantity.units <= most * Quantity.scale
        {
          continue
        }
        throw parameter.fault(
          word, "a number from 0 to \(most), with up to \(Quantity.places) decimals")
      default: continue
      }
    }
  }
}

extension QuestionParameter {
  /// Its help with the values that it takes, as for options of other commands.
  fileprivate var text: String {
    guard case .choice(let choices) = kind else { return help }
    let standard = standard.map { "; default: \($0)" } ?? ""
    return "\(help) (values: \(choices.joined(separator: ", "))\(standard))"
  }

  fileprivate var valueName: String {
    switch kind {
    case .day: "date"
    case .account: "account"
    case .customer: "cid"
    case .meter: "meter"
    case .serviceType: "service"
    case .route: "route"
    case .cycle: "cycle"
    case .serviceClass: "class"
    case .staff: "operator"
    case .number, .quantity: "number"
    case .list: "groups"
    case .choice, .flag: name
    }
  }

  /// One of the choices, however its letters are written.
  func chosen(_ word: String, of choices: [String]) throws -> String {
    guard let choice = choices.first(where: { $0.lowercased() == word.lowercased() }) else {
      throw fault(word, "one of " + choices.joined(separator: ", "))
    }
    return choice
  }

  func chosen(severalOf words: String, of choices: [String]) throws -> [String] {
    var chosen: [String] = []
    for word in words.split(separator: ",") {
      let word = CellBlanks.trimmed(String(word))
      let choice = try self.chosen(word, of: choices)
      guard !chosen.contains(choice) else { throw fault("\(word) given twice", "each once") }
      chosen.append(choice)
    }
    guard !chosen.isEmpty else {
      throw fault(words, "one or more of " + choices.joined(separator: ", "))
    }
    return chosen
  }

  fileprivate func fault(_ found: String, _ expected: String) -> ValidationError {
    ValidationError("--\(name): found \(found), expected \(expected)")
  }
}
