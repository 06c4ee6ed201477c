package import Accounts

/// The format of times, by who reads them.
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
  /// The page with times in the city's time zone.
  package func times(_ style: TimeStyle, in zone: CityTimeZone) -> Page {
    func local(_ value: PageValue) -> PageValue {
      if case .time(let moment) = value { .text(style.text(moment, in: zone)) } else { value }
    }
    return mapping(
      fields: { $0.showing(local($0.value)) },
      tables: { table in table.mapping { value, _ in local(value) } })
  }
}
