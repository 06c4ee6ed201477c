import Accounts

/// Says where a query reads a table whose amounts are in cents, while the view next to it has them
/// in dollars: the same name would stand over both.
package enum QueryUnitsNote {
  private static let afterTables: Set = [
    "where", "on", "using", "group", "order", "having", "limit", "select", "union", "window",
  ]

  /// Nil if there is nothing to say.
  /// - Parameters:
  ///   - names: the columns of the answer.
  ///   - amounts: places of those that `money()` made.
  package static func note(
    on sql: String, answering names: [String], amounts: Set<Int> = []
  ) -> String? {
    let words = words(of: sql)
    let tables = tables(among: words)
    if let twice = dividedTwice(words, tables) { return twice }
    let cents = names.indices.filter { !amounts.contains($0) }.map { names[$0] }
    // Who calls money() knows the units.
    let used = Set(cents).union(words.contains("money") ? [] : words)
    for table in EntityCatalogue.tables where tables.contains(table.name) {
      let column = table.columns.first { column in
        [.money, .quantity].contains(column.type) && used.contains(column.name)
      }
      guard let column, let view = QueryView.of(table) else { continue }
      let isMoney = column.type == .money
      return "\(table.name).\(column.name) is in \(isMoney ? "cents" : "thousandths"); "
        + "\(view.name).\(column.name) is in \(isMoney ? "dollars" : "units")"
        + (isMoney ? ", and so is money(\(column.name))" : "")
    }
    return nil
  }

  /// Where `money()` is called with a view's column, which is in dollars already.
  private static func dividedTwice(_ words: [String], _ tables: Set<String>) -> String? {
    for table in EntityCatalogue.tables where !tables.contains(table.name) {
      guard let view = QueryView.of(table), tables.contains(view.name) else { continue }
      for column in table.columns where column.type == .money {
        let isCalled = words.indices.contains {
          // A name may appear before the column's, as in `money(b.total)`.
          words[$0] == "money" && words[($0 + 1)...].prefix(2).contains(column.name)
        }
        guard isCalled else { continue }
        return "\(view.name).\(column.name) is already in dollars; money() takes cents, as "
          + "\(table.name).\(column.name)"
      }
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
