package import Engines
package import Values

/// A view that `query` reads: a table's columns as people reckon with them, under its own name.
package struct QueryView: Sendable {
  package let name: String
  let table: ViewedTable

  /// The views, those of the daily work first.
  package static let all: [QueryView] = {
    let names = [
      "customer": "v_customer", "location": "v_location", "account": "v_account",
      "account_customer": "v_account_customer", "service_type": "v_service_type",
      "service": "v_service", "suspension": "v_suspension", "meter": "v_meter",
      "meter_install": "v_meter_install", "read": "v_read", "consumption": "v_consumption",
      "bill": "v_bill", "bill_line": "v_bill_line", "payment": "v_payment",
      "eft_enrollment": "v_eft", "eft_file": "v_eft_file", "eft_entry": "v_eft_entry",
      "portal_user": "v_user", "identity": "v_user_identity", "portal_session": "v_user_session",
      "sign_in_attempt": "v_sign_in", "link": "v_link", "outbox_message": "v_mail",
      "delivery_preference": "v_delivery", "delivery_event": "v_delivery_event",
      "request": "v_request", "request_message": "v_request_message", "note": "v_note",
      "announcement": "v_announcement", "operator": "v_operator", "setting": "v_setting",
      "change": "v_change", "change_row": "v_change_row", "job": "v_job",
      "change_reason": "v_change_reason",
    ]
    return ViewedTable.all.compactMap { table in
      names[table.name].map { QueryView(name: $0, table: table) }
    }
  }()

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
