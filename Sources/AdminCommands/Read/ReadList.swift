import Accounts
import ArgumentParser
import Reports

/// `read list`
struct ReadList: ListCommand {
  static let uses: OptionUse = .datedList
  static let help = CommandHelp(
    "list", abstract: "List meter reads",
    discussion: HelpText.discussion(
      "", examples: ["read list 60000011 --all", "read list --from 2026-01-01 --csv"]))

  @OptionGroup var meterWord: MeterArgument
  @Option(
    help: ArgumentHelp("only reads on this day or later", valueName: "date"),
    transform: TypedValue.option)
  var from: TypedDay?
  @Option(
    help: ArgumentHelp("only reads on this day or earlier", valueName: "date"),
    transform: TypedValue.option)
  var to: TypedDay?
  @Option(help: "only reads of this kind") var kind: ReadKind?
  @Flag(help: "also superseded and void reads") var all = false

  func report(on store: Store, in context: CommandContext) throws -> Report {
    let days = try context.days(from: from, to: to, on: store)
    let to = [days.to, context.asOf(store)].compactMap { $0 }.min()
    return .reads(
      meters: try store.filter(listed: Meter.self, meterWord.word, "meter"), from: days.from,
      to: to,
      kind: kind,
      withSuperseded: all)
  }
}
