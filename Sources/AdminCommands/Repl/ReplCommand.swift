import Accounts
import ArgumentParser

/// `repl`
struct ReplCommand: AdminCommand {
  static let uses: OptionUse = []
  static let reach: CommandReach = .commands
  static let help = CommandHelp(
    "repl", abstract: "Open a prompt on one store",
    discussion: HelpText.discussion(
      """
      At the prompt the commands are the same as in the shell, without `ubadmin`. TAB completes, \
      Ctrl-C clears the line or stops a command, `clear` clears the screen, `?` is help, and Ctrl-D, \
      `exit` or `\\q` exits. A command that begins with `ubadmin` also works.

      After `use account 2000002`, commands without an account apply to that one. `begin` and `commit` \
      combine several commands into one change, and `undo` and `redo` step through your own changes. \
      The prompt shows the store, the record in use and any open transaction; a test store is green, \
      any other red.

      Anything that is not a command is a search: `salas dora` or `2000002` opens the record, which is \
      then in use; if several are found, type a number to open one, or `use` and the number only to put it in \
      use. Any other number is searched for as a key. A verb alone is enough if only one \
      noun has it, as are the first letters of a service; a number after them is the reading or \
      amount: `stop w 379354`.

      A line may end with `| program`, which reads the output, or `> file`, which is the same as --output. \
      A line that begins with ! runs in a shell. Neither works under sudo, or if the configuration \
      has shell = no. After `timing on`, each command shows how long it took; `timing off` ends that.
      """, examples: ["repl --store city.db"]))

  func run(in context: CommandContext) throws -> ExitStatus { try context.runRepl() }
}

/// `run`
struct RunCommand: AdminCommand {
  static let uses: OptionUse = [.questions, .unusual]
  static let reach: CommandReach = .commands
  static let help = CommandHelp(
    "run", abstract: "Run commands from a file, line by line",
    discussion: HelpText.discussion(
      """
      Lines are written as at the prompt; # begins a comment, and \\ at the end of a line continues it. \
      The first command that fails ends the script, with its file and line. --yes, --accept, --no-input, \
      --quiet, --verbose and --wait apply to every line; give other options in the lines themselves. \
      A script may run another, nested up to \(RunningScripts.most) deep; one that would run itself is \
      refused.
      """, examples: ["run night.txt", "run night.txt --keep-going"]))

  @Argument(help: ArgumentHelp("the script; - is standard input", valueName: "file"))
  var file: String
  @Flag(help: "run all commands; exit with status 3 if some failed") var keepGoing = false

  var files: CommandFiles {
    var files = CommandFiles()
    files.reads(file, "the script")
    return files
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    try context.runScript(file, keepGoing: keepGoing)
  }
}
