/// A rule of the schema that a row breaks, in the same words on every engine. The rules of the operations refuse
/// such a row before it is written.
enum BrokenRule {
  /// The columns, e.g. `service_type.name`.
  case taken(String)
  case missing(String)
  /// The table, where the engine tells it.
  case reference(String?)
  case value(String)

  var error: StoreError { StoreError(.constraint, "the store refused a row: \(words)") }

  /// Where others can write past the writer's lock.
  var errorOnServer: StoreError {
    guard case .taken = self else { return error }
    return StoreError(
      .taken, error.message,
      remedy: "run the command again if somebody added that row at the same moment")
  }

  private var words: String {
    switch self {
    case .taken(let columns): "another row has the same \(columns)"
    case .missing(let column): "\(column) has no value"
    case .reference(let table):
      "it would break a reference between rows" + (table.map { " (\($0))" } ?? "")
    case .value(let place): "a value is not allowed (\(place))"
    }
  }

  /// From SQLite's message, e.g. `UNIQUE constraint failed: service_type.name`; nil for any other.
  init?(sqlite message: String) {
    let parts = message.split(separator: " constraint failed", maxSplits: 1)
    guard let kind = parts.first, parts.count == 2 || message.hasSuffix(" constraint failed") else {
      return nil
    }
    let place = parts.count == 2 ? String(parts[1].drop { $0 == ":" || $0 == " " }) : ""
    switch kind {
    case "UNIQUE": self = .taken(place)
    case "NOT NULL": self = .missing(place)
    case "FOREIGN KEY": self = .reference(nil)
    case "CHECK": self = .value(place)
    default: return nil
    }
  }

  /// From what PostgreSQL tells of an error, of whose detail only the names of the columns are used: it quotes the
  /// row's cells, too. Source: PostgreSQL's manual, appendix "PostgreSQL Error Codes".
  init?(
    postgreSQL state: String, table: String?, column: String?, constraint: String?, detail: String?
  ) {
    let table = table ?? ""
    switch state {
    case "23505":
      // `Key (bill, number)=(B1, 2) already exists.`
      let columns = detail.flatMap { detail -> String? in
        guard let from = detail.firstIndex(of: "("), let to = detail.firstIndex(of: ")"), from < to
        else { return nil }
        return String(detail[detail.index(after: from)..<to])
      }
      let names = (columns ?? constraint ?? "").split(separator: ", ")
      self = .taken(names.map { "\(table).\($0)" }.joined(separator: ", "))
    case "23502": self = .missing("\(table).\(column ?? "")")
    case "23503": self = .reference(table.isEmpty ? nil : table)
    case "23514": self = .value(constraint ?? table)
    default: return nil
    }
  }
}
