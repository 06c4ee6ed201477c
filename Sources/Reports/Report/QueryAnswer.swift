package import Accounts

/// The rows of a user's query, written as they arrive.
package struct QueryAnswer {
  private let query: StoreQuery
  private let selection: Selection
  /// The selection asks for some columns only, or in another order.
  private let isChosen: Bool

  package init(
    _ query: StoreQuery, fields: String?, sort: String?, limit: Int?
  ) throws(ValueFault) {
    self.query = query
    selection = try Selection(
      fields: fields, sort: sort, limit: limit, of: query.columns, named: "the query")
    isChosen = fields != nil
  }

  /// Answers a note where the limit cut the rows.
  /// - Parameter passing: receives the number of rows now and then.
  package func write(to writer: any RowWriter, passing: (Int) throws -> Void) throws -> String? {
    var count = 0
    var isCut = false
    try query.each(
      columns: isChosen ? selection.columns : nil,
      order: selection.sort.map { ($0.column, $0.isDescending) },
      limit: selection.limit.map { $0 + 1 }
    ) { row in
      if count == 0 { try writer.begin(columns(as: row)) }
      if let limit = selection.limit, count == limit {
        isCut = true
        return false
      }
      for index in selection.columns.indices {
        switch row.queried(index) {
        case .null: writer.null()
        case .integer(let integer): writer.integer(integer)
        case .number(let digits):
          guard query.amounts.contains(selection.columns[index]) else {
            writer.number(digits)
            continue
          }
          Self.twoDecimals(digits).withCellBytes { writer.number($0) }
        case .text(let text): writer.text(text)
        }
      }
      try writer.endRow()
      count += 1
      if count & 0xFFF == 0 { try passing(count) }
      return true
    }
    if count == 0 { try writer.begin(columns(as: nil)) }
    return isCut ? Report.cutNote(count) : nil
  }

  private static func twoDecimals(_ digits: CellBytes) -> [UInt8] {
    let decimals = digits.firstIndex(of: UInt8(ascii: ".")).map { digits.count - 1 - $0 }
    let isPlain = digits.allSatisfy { $0 | 0x20 != UInt8(ascii: "e") }
    guard decimals ?? 0 < 2, isPlain else { return Array(digits) }
    return digits + (decimals == nil ? Array(".00".utf8) : Array("0".utf8))
  }

  /// Numbers are right-aligned if the first row has one.
  private func columns(as row: (any BorrowedRow)?) -> [ReportColumn] {
    selection.columns.enumerated().map { place, index in
      var kind = ColumnType.text
      switch row?.queried(place) {
      case .integer, .number: kind = .integer
      default: break
      }
      return ReportColumn(queried: query.names[index], kind)
    }
  }
}

extension StoreQuery {
  /// As `--fields` knows them.
  package var columns: [ReportColumn] {
    names.map { ReportColumn(queried: $0, .text) }
  }
}
