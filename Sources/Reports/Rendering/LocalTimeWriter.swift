public import Accounts

/// Who reads the times.
public enum TimeStyle: Sendable, Equatable {
  /// `2026-11-23 08:05:09`
  case people
  /// `2026-11-23T08:05:09-06:00`
  case programs

  public func text(_ moment: Timestamp, in zone: CityTimeZone) -> String {
    switch self {
    case .people: zone.text(moment)
    case .programs: zone.iso(moment)
    }
  }
}

/// Turns the store's times into the city's on their way to another writer.
final class LocalTimeWriter: RowWriter {
  private let writer: any RowWriter
  private let style: TimeStyle
  private let zone: CityTimeZone
  private let isTime: [Bool]
  private var column = 0

  /// Nil where there are no times.
  init?(
    _ writer: any RowWriter, _ style: TimeStyle, in zone: CityTimeZone, _ columns: [ReportColumn]
  ) {
    isTime = columns.map { $0.kind == .timestamp }
    guard isTime.contains(true) else { return nil }
    self.writer = writer
    self.style = style
    self.zone = zone
  }

  func begin(_ columns: [ReportColumn]) throws(OutputError) { try writer.begin(columns) }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isTime[column], let moment = Timestamp(stored: bytes) {
      writer.text(style.text(moment, in: zone))
    } else {
      writer.text(bytes)
    }
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

extension Page {
  /// The page with the city's times.
  public func times(_ style: TimeStyle, in zone: CityTimeZone) -> Page {
    func local(_ value: PageValue) -> PageValue {
      if case .time(let moment) = value { .text(style.text(moment, in: zone)) } else { value }
    }
    func local(_ table: PageTable) -> PageTable {
      PageTable(
        table.name, title: table.title, columns: table.columns,
        rows: table.rows.map { $0.map(local) })
    }
    var page = self
    page.sections = sections.map { section in
      switch section {
      case .fields(let title, let fields):
        .fields(
          title: title,
          fields.map {
            PageField($0.name, label: $0.label, local($0.value), isPersonal: $0.isPersonal)
          })
      case .table(let table): .table(local(table))
      case .data(let table): .data(local(table))
      case .chart: section
      }
    }
    return page
  }
}
