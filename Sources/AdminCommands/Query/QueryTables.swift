import Accounts
import Reports

/// What `query --tables` lists: the views first, then the tables as the store has them.
enum QueryTables {
  static func list(_ context: CommandContext) throws {
    let columns = ["table", "column", "kind", "seen", "label"].map { ReportColumn.text($0) }
    try context.answer(list: "columns", columns) { add in
      for view in QueryView.all {
        for column in view.columns {
          try add([
            .text(view.name), .text(column.name), .text(column.type.meaning(inUnits: true)),
            .text(column.isMasked ? "masked" : "always"), .text(column.label),
          ])
        }
      }
      for table in EntityCatalogue.tables {
        for column in table.columns {
          let isSecret = column.type == .secret
          try add([
            .text(table.name), .text(column.name), .text(column.type.meaning(inUnits: false)),
            .text(isSecret ? "never" : column.isPersonal ? "masked" : "always"),
            .text(column.label),
          ])
        }
      }
    }
  }
}

extension ColumnType {
  /// What a column holds, for those who reckon with it.
  fileprivate func meaning(inUnits: Bool) -> String {
    switch self {
    case .text: "text"
    case .integer: "integer"
    case .money: inUnits ? "dollars" : "cents"
    case .quantity: inUnits ? "units" : "thousandths"
    case .boolean: "0 or 1"
    case .date: "day"
    case .timestamp: "time"
    case .secret: "secret"
    }
  }
}
