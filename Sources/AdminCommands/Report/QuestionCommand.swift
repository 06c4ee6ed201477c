import Accounts
import ArgumentParser
import Reports

/// A command whose options are the parameters of a report.
protocol AskingCommand {
  static var parameters: [QuestionParameter] { get }
}

/// `report NAME`: a question, with the options that it declares.
struct QuestionCommand<Q: Question>: ListCommand, AskingCommand, CustomReflectable {
  static var help: CommandHelp {
    CommandHelp(
      Q.name, abstract: Q.about,
      discussion: HelpText.discussion(
        Q.formula + (Q.moment.help.map { "\n\n" + $0 } ?? ""), examples: Q.examples))
  }

  static var uses: OptionUse { .datedList }
  static var parameters: [QuestionParameter] { Q.parameters }

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
    let asked = try Asked(typed, Q.parameters, on: store, in: context)
    if context.options.fields != "help",
      let (found, remedy) = try Q.fault(asked) ?? Q.fault(asked, on: store)
    {
      throw CommandError(.usage, found, remedy: remedy)
    }
    return Q.report(asked)
  }

  /// A day on which nothing is known would look like today, or like the moment of `--at`; a provenance file
  /// names the day on which it was written, which may be later than that.
  private func refuseOtherDay(on store: Store, in context: CommandContext) throws {
    guard Q.moment == .now, let day = context.asOf(store), day != store.today else { return }
    guard context.past == nil else {
      guard day < store.today else { return }
      throw context.onlyThatMoment(day)
    }
    throw CommandError(
      .usage, "--as-of: found \(day), but \(context.name) shows only current data",
      remedy: "for an earlier moment use --at, e.g. `\(context.name) --at \(store.today)`")
  }

  /// An option as it was typed; nil if the report has none of the name.
  func typedName(_ field: String) -> String? {
    guard let parameter = Q.parameters.first(where: { $0.name == field }) else { return nil }
    let isPlaced = parameter.kind == .account && !typed.isAccountNamed
    return isPlaced ? "<\(field)>" : "--\(field)"
  }
}
