import Accounts

/// Says where a query reads a table whose amounts are in cents, while the view beside it has them
/// in dollars: the same name would stand over both.
package enum QueryUnitsNote {
  private static let afterTables: Set = [
    "where", "on", "using", "group", "order", "having", "limit", "select", "union", "window",
  ]

  /// Nil where there is nothing to say.
  /// - Parameter names: the columns of the answer.
  package static func note(on sql: String, answering names: [String]) -> String? {
    let words = words(of: sql)
    let tables = tables(among: words)
    let used = Set(words).union(names)
    for table in EntityCatalogue.tables where tables.contains(table.name) {
      let column = table.columns.first { column in
        [.money, .quantity].contains(column.type) && used.contains(column.name)
      }
      guard let column, let view = QueryView.of(table) else { continue }
      let isMoney = column.type == .money
      return "\(table.name).\(column.name) is in \(isMoney ? "cents" : "thousandths"); "
        + "\(view.name).\(column.name) is in \(isMoney ? "dollars" : "units")"
    }
    return nil
  }

  private static func words(of sql: String) -> [String] {
    sql.lowercased().replacing(",", with: " , ")
      .split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ",") }.map(String.init)
  }

  /// The names behind FROM and JOIN, and behind a comma in their list.
  private static func tables(among words: [String]) -> Set<String> {
    var found: Set<String> = []
    var isList = false
    var isNext = false
    for word in words {
      if word == "from" || word == "join" {
        (isList, isNext) = (true, true)
      } else if word == "," {
        isNext = isList
      } else if afterTables.contains(word) {
        (isList, isNext) = (false, false)
      } else if isNext {
        found.insert(word)
        isNext = word == "main"
      }
    }
    return found
  }
}
