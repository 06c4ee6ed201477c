import Accounts

/// One sort of facts that explain a record, as SQL: why it is as it is, since when, and the command that helps.
struct Fact {
  /// What it is about, e.g. `'bill ' || b.bill`.
  let what: String
  /// Text of the fact; nothing personal.
  let found: String
  /// FROM and WHERE, with marks.
  let source: String
  let arguments: [Datum]
  let command: String
  var day = "CAST(NULL AS DATE)"
  var amount = "CAST(NULL AS BIGINT)"
  var quantity = "CAST(NULL AS BIGINT)"
  /// The line of the journal that wrote it, as `JournalLines.line` numbers it.
  var written = "CAST(NULL AS BIGINT)"
  /// Tells facts of a day apart.
  var number = "CAST(0 AS BIGINT)"

  /// The bank returned an automatic payment.
  /// - Parameter source: of entries `d` and their enrollments `e`.
  static func returned(_ source: String, _ arguments: [Datum], _ dialect: any Dialect) -> Fact {
    Fact(
      what: "d.kind", found: "'returned by the bank: ' || coalesce(d.code, '')",
      source: source, arguments: arguments, command: CommandSQL.line("eft show", "e.account"),
      day: "d.returned_on", amount: "d.amount",
      written: JournalLines.line(of: "returned_on", in: "eft_entry", dialect.key("d.entry")),
      number: "d.entry")
  }

  fileprivate func sql(_ place: Int) -> String {
    """
    SELECT \(place) AS place, \(what) AS what, \(found) AS found, \(day) AS fact_on, \
    \(amount) AS amount, \(quantity) AS quantity, \(written) AS written, \(number) AS number, \
    \(command) AS command FROM \(source)
    """
  }
}

extension Report {
  /// Facts in their order, those of one sort the latest first, with who wrote each and when.
  static func facts(_ facts: [Fact]) -> Report {
    let arms = facts.enumerated().map { place, fact in fact.sql(place) }
    return Report(
      "facts",
      columns: [
        Column("what", "f.what"), Column("found", "f.found", isWhole: true),
        Column("on", "f.fact_on", .date), Column("amount", "f.amount", .money),
        Column("quantity", "f.quantity", .quantity),
        Column("at", "w.at", title: "Entered", .timestamp), Column("by", "w.operator"),
        Column("change", "w.change", .integer).numbering(),
        Column("command", "f.command", isWhole: true).runnable(),
      ],
      from: "(\(arms.joined(separator: " UNION ALL "))) f "
        + "LEFT JOIN change w ON w.change = \(JournalLines.change(of: "f.written"))",
      sourceArguments: facts.flatMap(\.arguments),
      orderBy: [
        "f.place", "coalesce(CAST(f.fact_on AS TEXT), '') DESC", "f.number DESC", "f.what",
        "f.found",
      ])
  }
}
