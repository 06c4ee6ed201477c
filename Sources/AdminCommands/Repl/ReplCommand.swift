import Accounts
import ArgumentParser

/// `repl`
struct ReplCommand: AdminCommand {
  static let uses: OptionUse = []
  static let help = CommandHelp(
    "repl", abstract: "Open a prompt on one store",
    discussion: HelpText.discussion(
      """
      At the prompt the commands are the same as in the shell, without `ubadmin`. TAB completes, \
      Ctrl-C clears the line or stops a command, `clear` clears the screen, `?` is help, and Ctrl-D, \
      `exit` or `\\q` leaves. A command that begins with `ubadmin` runs as well.

      `use account 2000002` makes commands mean that account where they name none, `begin` and `commit` \
      make several commands one change, and `undo` and `redo` step through your own changes. The prompt \
      shows the store, the record in use and an open transaction; a test store is green, any other red.

      Words that are no command are searched for: `salas dora` or `2000002` opens the record, which is \
      then in use; of several a number opens one. A verb alone will do where one noun has it, as will the \
      first letters of a service, and a number behind them is the reading or amount: `stop w 379354`.

      A line may end with `| program`, which reads the answer, or `> file`, which is the same as --output. \
      A line that begins with ! is run by a shell; neither works behind sudo, nor where the configuration \
      has shell = no. After `timing on` each command tells how long it took; `timing off` ends that.
      """, examples: ["repl --store city.db"], statuses: .ofWriting))

  func run(in context: CommandContext) throws -> ExitStatus { try context.runRepl() }
}

/// `run`
struct RunCommand: AdminCommand {
  static let uses: OptionUse = [.questions, .unusual]
  static let help = CommandHelp(
    "run", abstract: "Run the commands of a file, line by line",
    discussion: HelpText.discussion(
      """
      The lines are those of the prompt; # begins a comment, \\ at the end of a line continues it. \
      The first command that fails ends the script, which is told with file and line. --yes, --accept, \
      --no-input, --quiet and --verbose hold for every line; other options stand in the lines themselves. \
      A script may run another, up to \(RunningScripts.most) inside one another; one that would run itself is \
      refused.
      """, examples: ["run night.txt", "run night.txt --keep-going"],
      statuses: .ofWriting))

  @Argument(help: ArgumentHelp("the script; - is standard input", valueName: "file"))
  var file: String
  @Flag(help: "run all commands; exit with 3 where some failed") var keepGoing = false

  var files: CommandFiles {
    var files = CommandFiles()
    files.reads(file, "the script")
    return files
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    try context.runScript(file, keepGoing: keepGoing)
  }
}
