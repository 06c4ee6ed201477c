import Accounts
import ArgumentParser
import Reports

/// `report NAME`: a question, with the options that it declares.
struct QuestionCommand<Q: Question>: ListCommand, CustomReflectable {
  static var help: CommandHelp {
    CommandHelp(
      Q.name, abstract: Q.about,
      discussion: HelpText.discussion(
        Q.formula + (Q.moment.help.map { "\n\n" + $0 } ?? ""), examples: Q.examples))
  }

  /// What was typed, by the option's name.
  private var typed = QuestionWords()

  init() {}

  init(from decoder: any Decoder) throws {
    typed = try QuestionWords(Q.parameters, decoder.container(keyedBy: FieldKey.self))
  }

  mutating func validate() throws { try typed.check(Q.parameters) }

  /// ArgumentParser finds options in a type's mirror.
  var customMirror: Mirror {
    Mirror(self, children: Q.parameters.flatMap(QuestionWords.members))
  }

  func report(on store: Store, in context: CommandContext) throws -> Report {
    try refuseOtherDay(on: store, in: context)
    var asked = Asked(
      today: store.today, asOf: context.asOf(store), store.settings, dialect: store.dialect)
    for parameter in Q.parameters {
      let name = parameter.name
      if typed.flags.contains(name) { asked.flags.insert(name) }
      asked.days[name] = context.day(typed.days[name], "--" + name, on: store)
      guard let word = typed.words[name] else { continue }
      try take(word, for: parameter, &asked, store)
    }
    guard asked.from <= asked.to else {
      throw ValidationError(
        asked.days["to"] == nil
          ? "--from \(asked.from) is after \(asked.to), with which the period ends without --to"
          : "--to \(asked.to) is before --from \(asked.from)")
    }
    return Q.report(asked)
  }

  /// A day on which nothing is known would look like today.
  private func refuseOtherDay(on store: Store, in context: CommandContext) throws {
    guard Q.moment == .now, context.past == nil, let day = context.asOf(store), day != store.today
    else { return }
    throw CommandError(
      .usage, "--as-of: found \(day), but \(context.name) shows what holds now",
      remedy: "for an earlier moment use --at, e.g. `\(context.name) --at \(store.today)`")
  }

  private func take(
    _ word: String, for parameter: QuestionParameter, _ asked: inout Asked, _ store: Store
  ) throws {
    let name = parameter.name
    switch parameter.kind {
    case .account: asked.texts[name] = try store.filter(Account.self, word, name)?.text
    case .customer: asked.texts[name] = try store.filter(Customer.self, word, name)?.text
    case .meter: asked.texts[name] = try store.filter(Meter.self, word, name)?.text
    case .serviceType: asked.texts[name] = try store.filter(serviceType: word, name)
    case .route: asked.texts[name] = try store.filter(Location.route, word, name)
    case .cycle: asked.texts[name] = try store.filter(Location.cycle, word, name)
    case .serviceClass: asked.texts[name] = try store.filter(Service.serviceClass, word, name)
    case .number: asked.numbers[name] = Int64(word)
    case .choice(let choices): asked.texts[name] = try parameter.chosen(word, of: choices)
    case .list(let choices): asked.lists[name] = try parameter.chosen(severalOf: word, of: choices)
    case .day, .flag: break
    }
  }

  /// An option as it was typed; nil where the report has none of the name.
  func typedName(_ field: String) -> String? {
    guard let parameter = Q.parameters.first(where: { $0.name == field }) else { return nil }
    let isPlaced = parameter.kind == .account && !typed.isAccountNamed
    return isPlaced ? "<\(field)>" : "--\(field)"
  }
}
