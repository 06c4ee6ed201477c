package import Engines
package import Values

/// Questions for the store itself. The answers do not know what the current operation has changed.
extension Books {
  package var dialect: any Dialect { connection.dialect }

  /// Rows of a query that is made for one use. The arguments are bound, never spliced in.
  package func each(
    sql: String, _ arguments: [Datum] = [], _ body: (any BorrowedRow) throws -> Bool
  ) throws(RuleError) {
    do {
      try connection.each(once: sql, arguments, body)
    } catch let stop as RuleError {
      throw stop
    } catch let error as StoreError {
      throw .store(error)
    } catch {
      throw .store(StoreError(.defect, "\(error)"))
    }
  }

  /// The number that a query answers, asked once for all operations that are written together.
  package func number(sql: String, _ arguments: [Datum]) throws(RuleError) -> Int64? {
    let question = NumberQuestion(sql: sql, arguments: arguments)
    if let known = numbers[question] { return known }
    var found: Int64?
    try each(sql: sql, arguments) { row in
      found = row.integer(0)
      return false
    }
    numbers[question] = .some(found)
    return found
  }

  /// What the server knows of a login by that name; nil if there are no logins.
  package func state(ofLogin name: String) throws(RuleError) -> LoginState? {
    do throws(StoreError) {
      return try connection.state(ofLogin: name)
    } catch {
      throw .store(error)
    }
  }
}

/// A query that is made for one use, and answers a number.
struct NumberQuestion: Hashable {
  let sql: String
  let arguments: [Datum]
}
