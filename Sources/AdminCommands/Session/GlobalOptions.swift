public import Accounts
public import ArgumentParser
public import Reports

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "the accounts store: a path, sqlite:PATH, postgresql://USER@HOST/DATABASE or service=NAME",
      valueName: "url"))
  var store: String?
  @Option(help: ArgumentHelp("a profile of the configuration file", valueName: "name"))
  var profile: String?
  @Flag(help: "read no configuration file")
  var noConfig = false
  @Option(help: ArgumentHelp("how long to wait for a busy store", valueName: "seconds"))
  var wait: Double?

  @Option(
    name: [.customShort("O"), .long],
    help: ArgumentHelp(
      "how data is written", valueName: "format"))
  var format: OutputFormat?
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("write data to a file, whole or not at all", valueName: "file"))
  var output: String?
  @Flag(help: "the same as --format json")
  var json = false
  @Flag(help: "the same as --format csv")
  var csv = false
  @Option(
    help: ArgumentHelp("only these fields, in this order; `help` lists them", valueName: "a,b"))
  var fields: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("sort by these fields; -a is descending", valueName: "a,-b"))
  var sort: String?
  @Option(help: ArgumentHelp("at most so many rows; 0 is all", valueName: "count"))
  var limit: Int?
  @Flag(help: "write no header line")
  var noHeader = false
  @Option(help: ArgumentHelp("when to use colour", valueName: "when"))
  var color: ColorChoice = .auto
  @Flag(help: "do not page long output")
  var noPager = false
  @Flag(help: "write CSV text that begins with = + - @ as it is")
  var noEscapeFormulas = false

  @Flag(name: [.customShort("n"), .long], help: "show what would change, and change nothing")
  var dryRun = false
  @Flag(help: "with --dry-run: exit with 2 where something would change")
  var detailedExitcode = false
  @Flag(name: [.customShort("y"), .long], help: "answer every question with yes")
  var yes = false
  @Flag(help: "ask no question; what would need an answer fails")
  var noInput = false
  @Option(help: ArgumentHelp("see things as of a day", valueName: "date"))
  var asOf: CivilDate?

  @Flag(name: [.customShort("q"), .long], help: "say nothing but errors")
  var quiet = false
  @Flag(name: [.customShort("v"), .long], help: "say more")
  var verbose = false
}

extension OutputFormat: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}

extension CivilDate: ExpressibleByArgument {
  public init?(argument: String) {
    guard !argument.isEmpty, let date = try? CivilDate(argument) else { return nil }
    self = date
  }
}
