package import Engines
package import Values

/// Questions for the store itself. The answers do not know what the operation at hand has changed.
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

  /// What the server knows of a login by that name; nil where there are no logins.
  package func state(ofLogin name: String) throws(RuleError) -> LoginState? {
    do throws(StoreError) {
      return try connection.state(ofLogin: name)
    } catch {
      throw .store(error)
    }
  }
}
