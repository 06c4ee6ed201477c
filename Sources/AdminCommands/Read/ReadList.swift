import Accounts
import ArgumentParser
import Reports

/// `read list`
struct ReadList: ListCommand {
  static let help = CommandHelp(
    "list", abstract: "List meter reads",
    discussion: HelpText.discussion(
      "", examples: ["read list --meter 60000011 --all", "read list --from 2026-01-01 --csv"]))

  @Option(help: "only reads of this meter") var meter: String?
  @Option(
    help: ArgumentHelp("only reads on this day or later", valueName: "date"),
    transform: Words.option)
  var from: CivilDate?
  @Option(
    help: ArgumentHelp("only reads on this day or earlier", valueName: "date"),
    transform: Words.option)
  var to: CivilDate?
  @Option(help: "only reads of this kind") var kind: ReadKind?
  @Flag(help: "also superseded and void reads") var all = false

  func validate() throws { try DayRange.check(from: from, to: to) }

  func report(on store: Store, in context: CommandContext) throws -> Report {
    let to = [to, context.options.asOf].compactMap { $0 }.min()
    return .reads(
      meter: try store.filter(Meter.self, meter, "meter")?.text, from: from, to: to, kind: kind,
      withSuperseded: all)
  }
}
