import Accounts

/// A text among the cells that a line of the journal keeps, found without reading the others.
struct JournalCell {
  let name: String

  static let account = JournalCell(name: "account")
  static let cid = JournalCell(name: "cid")

  private var mark: String { "'\"\(name)\":\"'" }

  /// Whether the cells have it. The conditions of the indexes of accounts and customers are the same.
  func isIn(_ cells: String, _ dialect: any Dialect) -> String {
    "\(cells) IS NOT NULL AND \(position(in: cells, dialect)) > 0"
  }

  /// Only of cells that have it; quotes in a text would end it.
  func value(of cells: String, _ dialect: any Dialect) -> String {
    let start = "\(position(in: cells, dialect)) + \(name.utf8.count + 4)"
    let end = dialect.migration("{position}(substr(\(cells), \(start)), '\"') - 1")
    return "substr(\(cells), \(start), \(end))"
  }

  private func position(in cells: String, _ dialect: any Dialect) -> String {
    dialect.migration("{position}") + "(\(cells), \(mark))"
  }
}
