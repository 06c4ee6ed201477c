package import Engines
package import Values

/// A view that `query` reads: a table's columns in the units that people use.
package struct QueryView: Sendable {
  package let name: String
  let table: ViewedTable

  /// The views, those of the daily work first.
  package static let all: [QueryView] = ViewedTable.all.compactMap { table in
    guard !withoutView.contains(table.name) else { return nil }
    return QueryView(name: shortNames[table.name] ?? "v_" + table.name, table: table)
  }

  /// The names of views that do not have the table's name.
  private static let shortNames = [
    EFTEnrollment.table.name: "v_eft", User.table.name: "v_user",
    PortalIdentity.table.name: "v_user_identity", PortalSession.table.name: "v_user_session",
    SignInAttempt.table.name: "v_sign_in", OutboxMessage.table.name: "v_mail",
    DeliveryPreference.table.name: "v_delivery",
  ]

  /// Tables that follow from others, hold little but secrets, or are for the program alone.
  private static let withoutView = EntityCatalogue.derived.union(
    [EFTBankAccount.table, Token.table, Registration.table, ReportSchedule.table].map(\.name))

  /// Columns that sort without regard to case and accents, as in lists.
  static let nameColumns = Set(all.flatMap { $0.table.columns.filter(\.isName).map(\.name) })

  /// Its columns: what they hold, and whether they are shown masked.
  package var columns: [(name: String, label: String, type: ColumnType, isMasked: Bool)] {
    table.columns.filter(\.isVisible).map { ($0.name, $0.label, $0.type, $0.isMasked) }
  }
}

extension ViewedTable {
  /// The columns for `query`, as SQL over the table itself.
  /// - Parameters:
  ///   - reveals: personal columns are shown whole; secrets never are.
  ///   - inUnits: amounts and quantities as decimals, yes and no as 1 and 0.
  func selection(
    reveals: Bool, inUnits: Bool, _ words: QueryViewWords
  ) -> String {
    columns.filter(\.isVisible).map { column in
      var shown: String
      switch column.sight {
      case .personal where !reveals, .name where !reveals:
        shown = "\(words.masked)(\(column.name))"
      case .cells where !reveals:
        shown = "\(words.masked)_cells(table_name, \(column.name))"
      default: shown = inUnits ? words.inUnits(column.name, column.type) : column.name
      }
      if column.isName { shown += words.nameOrder }
      return shown == column.name ? shown : "\(shown) AS \(column.name)"
    }.joined(separator: ", ")
  }
}

/// What the engines say differently in the views.
struct QueryViewWords {
  /// The function that masks a text; that for cells ends in `_cells`.
  let masked: String
  /// What follows a name, so that ORDER BY sorts it like lists do; nothing where the engine cannot.
  var nameOrder = ""
  let inUnits: @Sendable (_ name: String, ColumnType) -> String
}

extension ViewedColumn {
  var isVisible: Bool { if case .secret = sight { false } else { true } }

  var isMasked: Bool {
    switch sight {
    case .open, .secret: false
    case .name, .personal, .cells: true
    }
  }
}

extension QueryView {
  /// The view of a table.
  package static func of(_ table: Table) -> QueryView? { all.first { $0.table.name == table.name } }
}
