package import Accounts

/// Who reads the times.
package enum TimeStyle: Sendable, Equatable {
  /// `2026-11-23 08:05:09`
  case people
  /// `2026-11-23T08:05:09-06:00`
  case programs

  package func text(_ moment: Timestamp, in zone: CityTimeZone) -> String {
    switch self {
    case .people: zone.text(moment)
    case .programs: zone.iso(moment)
    }
  }
}

extension Page {
  /// The page with the city's times.
  package func times(_ style: TimeStyle, in zone: CityTimeZone) -> Page {
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
            $0.showing(local($0.value))
          })
      case .table(let table): .table(local(table))
      case .data(let table): .data(local(table))
      case .chart: section
      }
    }
    return page
  }
}
