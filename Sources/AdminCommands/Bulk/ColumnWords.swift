import Accounts

/// Names of columns, looked for in the cells of every row.
struct ColumnWords {
  private let names: Set<String>
  /// By the length of a name, the letters that names of that length begin with.
  private let beginnings: [Int: Set<UInt8>]

  init(_ names: [String]) {
    self.names = Set(names.map { BulkHeader.folded($0) }.filter { !$0.isEmpty })
    var beginnings: [Int: Set<UInt8>] = [:]
    for name in names {
      guard let first = name.utf8.first else { continue }
      beginnings[name.utf8.count, default: []].insert(first | 0x20)
    }
    self.beginnings = beginnings
  }

  /// The name that a cell is, as names are compared; nil if it is none.
  func name(in cell: CellBytes) -> String? {
    guard let letters = beginnings[cell.count], let first = cell.first,
      letters.contains(first | 0x20)
    else { return nil }
    let name = BulkHeader.folded(String(decoding: cell, as: UTF8.self))
    return names.contains(name) ? name : nil
  }
}
