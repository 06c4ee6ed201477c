import Accounts
import ArgumentParser
import Reports

extension Asked {
  /// What the words ask for, with the records that they name, which must exist.
  init(
    _ typed: QuestionWords, _ parameters: [QuestionParameter], on store: Store,
    in context: CommandContext
  ) throws {
    let dueDay = context.options.dueDay
    self.init(
      today: dueDay ?? store.today, asOf: context.asOf(store) ?? dueDay, now: store.now,
      store.settings, dialect: store.dialect)
    isOfPast = store.past != nil
    flags = typed.flags
    for parameter in parameters {
      let name = parameter.name
      days[name] = context.day(typed.days[name], "--" + name, on: store)
      if let word = typed.words[name] { try take(word, for: parameter, store, in: context) }
    }
    let typedTo = days["to"]
    if typedTo == nil, days["from"] == nil, context.asOf(store) == nil,
      parameters.contains(where: { $0.name == "from" })
    {
      duePeriod = context.options.duePeriod
    }
    // A report that is due on a day may well ask for what is planned after it.
    if let asOf = context.asOf(store), let typedTo, typedTo > asOf { days["to"] = asOf }
    guard from <= to else {
      throw ValidationError(
        typedTo == to
          ? "--to \(to) is before --from \(from)"
          : "--from \(from) is after \(to), the end of the period "
            + (typedTo == nil ? "without --to" : "by --as-of"))
    }
  }

  private mutating func take(
    _ word: String, for parameter: QuestionParameter, _ store: Store, in context: CommandContext
  ) throws {
    let name = parameter.name
    switch parameter.kind {
    case .account: texts[name] = try store.filter(Account.self, word, name)?.text
    case .customer: texts[name] = try store.filter(customer: word, name)?.text
    case .meter: texts[name] = try store.filter(Meter.self, word, name)?.text
    case .serviceType: texts[name] = try store.filter(serviceType: word, name)
    case .route: texts[name] = try store.filter(Location.route, word, name)
    case .cycle: texts[name] = try store.filter(Location.cycle, word, name)
    case .serviceClass: texts[name] = try store.filter(Service.serviceClass, word, name)
    case .staff:
      texts[name] = try store.filter(
        staff: word, name, in: "change", "operator", caller: context.identity.operatorName)
    case .number: numbers[name] = Int64(word)
    case .quantity: numbers[name] = (try Quantity(word)).units
    case .choice(let choices): texts[name] = try parameter.chosen(word, of: choices)
    case .list(let choices): lists[name] = try parameter.chosen(severalOf: word, of: choices)
    case .day, .flag: break
    }
  }
}
