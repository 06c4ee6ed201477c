import Accounts
import ArgumentParser
import Reports

/// `query`
struct QueryCommand: AdminCommand {
  static let uses: OptionUse = [.list, .questions]
  static let reach: CommandReach = [.store, .input, .files, .conflicts]
  static let help = CommandHelp(
    "query", abstract: "Query the store with SQL",
    discussion: HelpText.discussion(
      """
      One SELECT, in the SQL of the store's engine. It reads views and changes nothing. Personal data is \
      masked. --reveal shows it; it needs a supervisor and is recorded. Secrets are never shown. It reads \
      the current data; lists and pages can show past data (`bill list --at yesterday`).

      The views whose names begin with v_ have the same columns on SQLite and PostgreSQL, with amounts in \
      dollars and quantities in units. The tables, whose names do not begin with v_, have amounts in cents and \
      quantities in thousandths, as whole numbers; use them for exact sums and comparisons: on SQLite a \
      calculation with dollars of a view is not exact (amount * 3 = 0.30 can be false). \
      money(CENTS) gives such an amount in dollars with two decimals: `SELECT money(sum(total)) FROM bill`.

      Names sort without regard to case and accents with --sort name and ORDER BY folded_name(name), and \
      with ORDER BY name on SQLite and on a server whose database sorts that way (ubadmin-store(5)). \
      On SQLite LIKE ignores case and missing values sort first; on PostgreSQL use ILIKE and NULLS FIRST. \
      Only functions on text, numbers, dates and JSON can be called. A query is stopped after the number \
      of seconds in the setting query.max-seconds.

      A name after a colon is a parameter: `query "SELECT * FROM v_bill WHERE account = :account" \
      --param account=2000001`. A value is never SQL, so it needs no quotes: dates and names with \
      spaces are text (`--param "name=Pat O'Hara"`, `--param from=2026-01-01`). A value that looks \
      like a number is a number, and NULL means no value; to pass it as text, put it in single quotes inside \
      the shell's: `--param "unit='12'"`.

      `query save NAME SQL` saves a query under a name, `query run NAME` runs it, `query list` \
      lists your queries, and `query remove NAME` removes one. They are files in your configuration \
      folder, which only you can read.
      """,
      examples: [
        "query --tables",
        "query \"SELECT route, count(*) AS locations FROM v_location GROUP BY route\" "
          + "--sort -locations",
        "query \"SELECT bill, total FROM v_bill WHERE due_on < '2026-01-01'\" --csv",
        "query \"SELECT account, money(sum(total)) AS billed FROM bill GROUP BY account\" --csv",
        "query - --csv -o open.csv < open.sql",
        "query save owed \"SELECT bill, total FROM v_bill WHERE account = :account\"",
        "query run owed --param account=2000001", "query list", "query remove owed",
      ]))
  static let standsAlone = true

  static let repeatable: Set<Substring> = ["--param"]

  @Argument(help: "the query; - reads it from standard input; or save, run, list or remove")
  var sql: [String] = []
  @Option(help: ArgumentHelp("value of a parameter; may be repeated", valueName: "name=value"))
  var param: [String] = []
  @Flag(help: "list the views and tables with their columns") var tables = false

  func run(in context: CommandContext) throws -> ExitStatus {
    if tables {
      guard sql.isEmpty else { throw ValidationError("--tables takes no query") }
      try QueryTables.list(context)
      return .done
    }
    if let action = sql.first.flatMap(SavedQueryAction.init) {
      guard let text = try saved(action, context) else { return .done }
      return try answer(text, context)
    }
    guard !sql.isEmpty else {
      throw ValidationError("<sql> is missing, e.g. `ubadmin query \"SELECT * FROM v_bill\"`")
    }
    return try answer(try text(sql, context), context)
  }

  /// - Parameter words: of SQL, or `-`.
  func text(_ words: [String], _ context: CommandContext) throws -> String {
    words == ["-"]
      ? String(decoding: try TextFiles.text(of: "-", in: context), as: UTF8.self)
      : words.joined(separator: " ")
  }

  private func answer(_ text: String, _ context: CommandContext) throws -> ExitStatus {
    let parameters = QueryParameters(try values())
    let store = try context.store(.read)
    let bounds = QueryBounds(
      reveals: context.options.reveal, limit: .seconds(store.settings.integer(.querySeconds)),
      asksToStop: { SignalInbox.asksToStop })
    var note: String?
    try store.reading {
      let query = try StoreQuery(text, bounds, parameters: parameters, on: store)
      // Of what types its columns are nobody knows before it runs.
      if context.options.fields == "help" {
        return try context.answer(lines: query.columns.map(\.name))
      }
      note = QueryUnitsNote.note(
        on: text, answering: query.names, amounts: query.amounts)
      let answer = try QueryAnswer(
        query, fields: context.options.fields, sort: context.options.sort,
        limit: context.options.limit?.count)
      try context.answer() { writer in
        try answer.write(to: writer) { _ in try SignalInbox.check() }
      }
    }
    if !context.options.quiet, let note { context.say("note: \(note)") }
    return .done
  }

  private func values() throws -> [String: String] {
    var values: [String: String] = [:]
    for word in param {
      guard let equals = word.firstIndex(of: "="), equals > word.startIndex,
        !word.utf8.contains(0)
      else { throw ValidationError("--param: found \(word.asFound), expected NAME=VALUE") }
      let name = String(word[..<equals].drop { $0 == ":" })
      guard values.updateValue(String(word[word.index(after: equals)...]), forKey: name) == nil
      else { throw ValidationError("--param \(name) appears twice") }
    }
    return values
  }
}
