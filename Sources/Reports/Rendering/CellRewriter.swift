import Accounts

/// Rewrites the texts of some columns on their way to another writer.
final class CellRewriter: RowWriter {
  private let writer: any RowWriter
  private let isMeant: [Bool]
  private let rewrite: (CellBytes, any RowWriter) -> Void
  private var column = 0

  /// Nil if no column is meant.
  private init?(
    _ writer: any RowWriter, _ isMeant: [Bool],
    _ rewrite: @escaping (CellBytes, any RowWriter) -> Void
  ) {
    guard isMeant.contains(true) else { return nil }
    self.writer = writer
    self.isMeant = isMeant
    self.rewrite = rewrite
  }

  /// Masks what is personal; nil if nothing is.
  static func masking(_ columns: [ReportColumn], _ writer: any RowWriter) -> CellRewriter? {
    CellRewriter(writer, columns.map(\.isPersonal)) { bytes, writer in
      Mask.masked(bytes).withCellBytes { writer.text($0) }
    }
  }

  /// Turns the store's times into the city's; nil if there are none.
  static func times(
    _ style: TimeStyle, in zone: CityTimeZone, _ columns: [ReportColumn], _ writer: any RowWriter
  ) -> CellRewriter? {
    CellRewriter(writer, columns.map { $0.kind == .timestamp }) { bytes, writer in
      guard let moment = Timestamp(stored: bytes) else { return writer.text(bytes) }
      writer.text(style.text(moment, in: zone))
    }
  }

  func begin(_ columns: [ReportColumn]) throws(OutputError) { try writer.begin(columns) }

  func text(_ bytes: CellBytes) {
    if isMeant[column] { rewrite(bytes, writer) } else { writer.text(bytes) }
    column += 1
  }

  func integer(_ value: Int64) {
    writer.integer(value)
    column += 1
  }

  func null() {
    writer.null()
    column += 1
  }

  func endRow() throws(OutputError) {
    try writer.endRow()
    column = 0
  }

  func finish(note: String?) throws(OutputError) { try writer.finish(note: note) }
}
