/// Turns what the server or the library says into what a person can act on.
enum PostgreSQLFailure {
  static let busyRemedy = "try again, or wait longer with \(option: "wait")"

  /// From a statement's result.
  /// - Parameter isCancelled: whether this program has asked to stop a statement.
  static func describe(
    _ result: Libpq.Handle, _ place: PostgreSQLPlace, _ libpq: Libpq, isCancelled: Bool
  ) -> StoreError {
    func field(_ field: LibpqField) -> String? {
      unsafe libpq.errorField(result, field.code).map { unsafe String(cString: $0) }
    }
    let state = field(.sqlState) ?? ""
    let broken = BrokenRule(
      postgreSQL: state, table: field(.table), column: field(.column),
      constraint: field(.constraint), detail: field(.detail))
    if let broken { return broken.errorOnServer }
    var words = field(.message) ?? "no reason was given"
    // Of a row that breaks a constraint it quotes cells, whatever is in them.
    if let detail = field(.detail), !state.hasPrefix("23") { words += ": " + detail }
    if state == "57014", !isCancelled || words.contains("timeout") {
      return stopped(words, place)
    }
    return describe(state: state, words, place)
  }

  /// Whether the statement failed only because an error before it has ended the transaction.
  static func followsAnother(_ result: Libpq.Handle, _ libpq: Libpq) -> Bool {
    unsafe libpq.errorField(result, LibpqField.sqlState.code)
      .map { unsafe String(cString: $0) } == "25P02"
  }

  /// A statement that the server stopped. Its words may be in another language.
  private static func stopped(_ words: String, _ place: PostgreSQLPlace) -> StoreError {
    StoreError(
      .stopped, "the server of \(place) stopped the statement (\(words)); nothing was changed",
      remedy: "run the command again; if that happens again, ask the server's administrator to "
        + "raise statement_timeout for \(place.user)")
  }

  /// A transaction that the server ended, and the connection with it.
  private static func ended(by setting: String, _ place: PostgreSQLPlace) -> StoreError {
    StoreError(
      .unavailable,
      "the server of \(place) ended the transaction at its time limit (\(setting))",
      remedy: "run it again, without a long pause; or ask the server's administrator to raise "
        + "\(setting) for \(place.user)")
  }

  /// Source: PostgreSQL's manual, appendix "PostgreSQL Error Codes".
  package static func describe(state: String, _ words: String, _ place: PostgreSQLPlace)
    -> StoreError
  {
    switch state {
    case "42501":
      return StoreError(
        .notPermitted, "\(place.user) is not permitted to do this in the store \(place) (\(words))",
        remedy: "see `operator roles` for the role that the command needs, and ask the store's "
          + "administrator for it, e.g. GRANT ubadmin_clerk TO \(place.user). If you have it, "
          + "`store check` finds rights that are missing")
    case "55P03":
      return StoreError(.busy, "the store is busy", remedy: busyRemedy)
    case "40001", "40P01":
      return StoreError(
        .conflict, "somebody changed the same rows at the same moment; nothing was changed",
        remedy: "run the command again")
    case "57014":
      return .interrupted
    case "25P03": return ended(by: "idle_in_transaction_session_timeout", place)
    case "25P04": return ended(by: "transaction_timeout", place)
    case "53100":
      return StoreError(
        .full, "the disk of the server of \(place) is full; nothing was changed",
        remedy: "free some space there and run the command again")
    case "25P02":
      return StoreError(.defect, "PostgreSQL: \(words)").endingTheChange
    case "25006",
      "0A000" where words.contains("recovery"):
      return StoreError(
        .standby,
        "the server of \(place) is a read-only standby; nothing was changed",
        remedy: "use the primary server; \(option: "store") "
          + "'postgresql://HOST1,HOST2/\(place.database)?target_session_attrs=read-write' finds it")
    case "42P01":
      // Without a right to the schema, its tables are not seen.
      return StoreError(
        .incomplete,
        "the store \(place) is missing a part, or \(place.user) may not use it (\(words))",
        remedy: "ask the store's administrator whether you have a role, e.g. "
          + "GRANT ubadmin_clerk TO \(place.user); if you have one, run `store check`, then "
          + "restore a backup")
    case "42703":
      return StoreError(
        .incomplete, "the store \(place) is missing a part (\(words))",
        remedy: "run `ubadmin store check`, then restore a backup")
    default: break
    }
    switch state.prefix(2) {
    case "08", "57":
      return lost(place, words)
    case "53":
      return StoreError(
        .busy, "the server of \(place) is at its limits (\(words))", remedy: "try again later")
    case "22", "23":
      return StoreError(.constraint, "the store refused a row (\(words))")
    case "XX":
      return StoreError(
        .corrupt, "the store \(place) is damaged (\(words))",
        remedy: "tell the server's administrator; restore a backup")
    default:
      return StoreError(.defect, "PostgreSQL: \(words) (\(state))")
    }
  }

  static func lost(_ place: PostgreSQLPlace, _ words: String) -> StoreError {
    StoreError(
      .unavailable, "the connection to \(place) was lost (\(oneLine(words)))",
      remedy: "run the command again")
  }

  /// libpq's messages have several lines.
  static func oneLine(_ words: String) -> String {
    words.split(whereSeparator: \.isNewline).map { line in
      String(line.drop(while: \.isWhitespace))
    }.joined(separator: "; ")
  }
}

/// A database on a server as people name it; no password is ever in it.
package struct PostgreSQLPlace: CustomStringConvertible {
  let host: String
  package let database: String
  package let user: String

  init(_ handle: Libpq.Handle, _ libpq: Libpq) {
    func text(_ pointer: UnsafePointer<CChar>?) -> String {
      unsafe pointer.map { unsafe String(cString: $0) } ?? ""
    }
    host = unsafe text(libpq.host(handle))
    database = unsafe text(libpq.database(handle))
    user = unsafe text(libpq.user(handle))
  }

  package var description: String { "\(database) on \(host.isEmpty ? "this machine" : host)" }
}
