/// A cell of a row whose types nobody knows beforehand.
public enum QueriedCell {
  case null
  case integer(Int64)
  /// A number that is no integer, as the engine writes it.
  case number(CellBytes)
  case text(CellBytes)
}

/// Columns that a query may not look at.
public struct HiddenColumns: Sendable {
  /// Beginnings of tables that hold parts of others: the search index's words, and the values of
  /// columns that engines gather to plan by.
  private static let gathered = ["search_", "pg_statistic", "sqlite_stat"]

  private let secret: Set<String>
  private let personal: Set<String>
  private let hidesPersonal: Bool

  /// - Parameter reveals: personal data was asked for; secrets cannot be.
  public init(reveals: Bool) {
    var secret: Set<String> = []
    var personal: Set<String> = ["change_row.before", "change_row.after"]
    for table in EntityCatalogue.tables {
      for column in table.columns {
        if column.type == .secret { secret.insert("\(table.name).\(column.name)") }
        if column.isPersonal { personal.insert("\(table.name).\(column.name)") }
      }
    }
    self.secret = secret
    self.personal = personal
    hidesPersonal = !reveals
  }

  /// Why a column may not be looked at; nil where it may.
  func fault(table: String, column: String) -> StoreError? {
    let name = "\(table).\(column)"
    if secret.contains(name) {
      return StoreError(
        .notPermitted, "\(name) is a secret, which is shown to nobody",
        mend: "name the columns that you need instead of *")
    }
    guard hidesPersonal,
      personal.contains(name) || Self.gathered.contains(where: { table.hasPrefix($0) })
    else { return nil }
    return StoreError(
      .notPermitted, "\(name) is personal data",
      mend: "name the columns that you need instead of *, or say --reveal, which is recorded")
  }

  /// The same where every column of a table is looked at.
  func fault(anyOf table: String) -> StoreError? {
    let known = (secret.union(personal)).filter { $0.hasPrefix(table + ".") }.sorted()
    let columns = known.map { String($0.dropFirst(table.count + 1)) } + [""]
    for column in columns {
      if let fault = fault(table: table, column: column) { return fault }
    }
    return nil
  }
}

extension StoreError {
  /// What SQL of somebody else's is at fault for.
  var asQueryFault: StoreError {
    switch kind {
    case .defect, .constraint:
      StoreError(
        .badQuery, message, mend: "see `query --tables` for the tables and their columns")
    default: self
    }
  }
}
