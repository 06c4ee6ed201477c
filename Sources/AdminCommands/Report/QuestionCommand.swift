import Accounts
import ArgumentParser
import Reports

/// `report NAME`: a question, with the options that it declares.
struct QuestionCommand<Q: Question>: ListCommand, CustomReflectable {
  static var help: CommandHelp {
    CommandHelp(
      Q.name, abstract: Q.about,
      discussion: HelpText.discussion(Q.formula, examples: Q.examples))
  }

  /// The words that were typed, by the option's name.
  private var words: [String: String] = [:]

  init() {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: FieldKey.self)
    for parameter in Q.parameters {
      words[parameter.name] = try container.decode(
        Option<String?>.self, forKey: FieldKey(parameter.name)
      ).wrappedValue
    }
  }

  /// ArgumentParser finds options in a type's mirror.
  var customMirror: Mirror {
    Mirror(
      self,
      children: Q.parameters.map { parameter in
        (
          label: parameter.name,
          value: Option<String?>(
            name: .customLong(parameter.name),
            help: ArgumentHelp(parameter.help, valueName: parameter.valueName)) as Any
        )
      })
  }

  func report(on store: Store, in context: CommandContext) throws -> Report {
    var asked = Asked(
      asOf: context.day(on: store), store.settings, dialect: store.dialect)
    for parameter in Q.parameters {
      guard let word = words[parameter.name] else { continue }
      try take(word, for: parameter, &asked, store, context)
    }
    guard asked.from <= asked.to else {
      throw ValidationError("--to \(asked.to) is before --from \(asked.from)")
    }
    return Q.report(asked)
  }

  private func take(
    _ word: String, for parameter: QuestionParameter, _ asked: inout Asked, _ store: Store,
    _ context: CommandContext
  ) throws {
    let name = parameter.name
    switch parameter.kind {
    case .day:
      asked.days[name] = context.day(
        try TypedValue.value(word, name) as TypedDay, "--" + name, on: store)
    case .account: asked.texts[name] = try store.filter(Account.self, word, name)?.text
    case .customer: asked.texts[name] = try store.filter(Customer.self, word, name)?.text
    case .serviceType: asked.texts[name] = try store.filter(serviceType: word, name)
    case .route: asked.texts[name] = try store.filter(Location.route, word, name)
    case .cycle: asked.texts[name] = try store.filter(Location.cycle, word, name)
    case .serviceClass: asked.texts[name] = try store.filter(Service.serviceClass, word, name)
    case .number(let range):
      guard let number = Int64(word), range.contains(number) else {
        throw Rejection(
          .outOfRange, field: name, found: word,
          expected: "a number from \(range.lowerBound) to \(range.upperBound)",
          remedy: "see `ubadmin \(context.name) --help`")
      }
      asked.numbers[name] = number
    case .choice(let choices):
      guard choices.contains(word) else {
        throw Rejection(
          .unknownChoice, field: name, found: word,
          expected: "one of " + choices.joined(separator: ", "),
          remedy: "see `ubadmin \(context.name) --help`")
      }
      asked.texts[name] = word
    }
  }
}

extension QuestionParameter {
  fileprivate var valueName: String {
    switch kind {
    case .day: "date"
    case .account: "account"
    case .customer: "cid"
    case .serviceType: "service"
    case .route: "route"
    case .cycle: "cycle"
    case .serviceClass: "class"
    case .number: "number"
    case .choice(let choices): choices.joined(separator: "|")
    }
  }
}
