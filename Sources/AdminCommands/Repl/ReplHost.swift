/// What the REPL and the script runner need of the program around them.
struct ReplHost {
  /// The prompt, e.g. `ubadmin accounts.db> `.
  var prompt: () -> String
  /// Runs one command, which prints its own messages, and returns its exit status; the line is
  /// that of a script.
  var execute: (_ words: [String], _ line: Int?) -> Int32
  /// What may follow.
  var completions: (_ wordsBefore: [String], _ prefix: String) -> Suggestions
  /// How long a line is remembered; one that might hold a secret is not repeated either. The words
  /// of a line that cannot be split are guessed.
  var keeping: (_ words: [String], _ isSplit: Bool) -> HistoryRetention
  /// A line for people, on standard error.
  var say: (_ line: String) -> Void
  /// The folder that `~` stands for.
  var home: String?
  /// Whether TAB may show the names in a folder.
  var mayList: (String) -> Bool = { _ in true }
  var clearScreen: () -> Void = {}
  var tellTime: (Bool) -> Void = { _ in }
  /// Runs what follows `!`.
  var shell: (String) -> Int32 = { _ in 0 }
  /// Runs a body whose output a program reads.
  var piped: ((_ program: String, _ body: () -> Int32) -> Int32)?
  /// Whether anyone who asks to leave may: asked about what is open, once.
  var mayLeave: () -> Bool = { true }
  /// Explains commands: all of them without words.
  var help: (_ words: [String]) -> Int32

  init(
    prompt: @escaping () -> String,
    execute: @escaping ([String], Int?) -> Int32,
    completions: @escaping ([String], String) -> Suggestions = { _, _ in Suggestions() },
    keeping: @escaping ([String], Bool) -> HistoryRetention = { _, isSplit in
      isSplit ? .file : .session
    },
    say: @escaping (String) -> Void,
    help: (([String]) -> Int32)? = nil
  ) {
    self.prompt = prompt
    self.execute = execute
    self.completions = completions
    self.keeping = keeping
    self.say = say
    self.help = help ?? { words in execute(["help"] + words, nil) }
  }
}
