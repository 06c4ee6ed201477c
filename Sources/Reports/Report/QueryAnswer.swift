package import Accounts

/// The rows of somebody else's query, written as they come.
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
  /// - Parameter passing: is told the number of rows now and then.
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
        case .number(let digits): writer.number(digits)
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

  /// Numbers stand on the right where the first row has one.
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
