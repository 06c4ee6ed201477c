import Accounts

/// Says in a clerk's words what changes of meters in services and of their reads mean.
enum MeterPhrases {
  /// Whether a meter stays where it is, which the end of its former service says already.
  static func isSaid(_ change: RowChange, among changes: [RowChange]) -> Bool {
    guard change.table === MeterInstall.table, change.before == nil,
      let row = change.after.map(Row<MeterInstall>.init)
    else { return false }
    return changes.contains { other in
      guard other.table === MeterInstall.table, other.before != nil,
        let old = other.after.map(Row<MeterInstall>.init)
      else { return false }
      return old[MeterInstall.meter] == row[MeterInstall.meter]
        && old[MeterInstall.toOn] == row[MeterInstall.fromOn]
    }
  }

  static func install(_ change: RowChange, _ changes: [RowChange]) -> String? {
    guard let row = change.after.map(Row<MeterInstall>.init) else { return nil }
    let meter = row[MeterInstall.meter]
    guard change.before != nil else {
      return "meter \(meter) is installed from \(row[MeterInstall.fromOn])"
    }
    guard let end = row[MeterInstall.toOn], !change.changes(besides: [MeterInstall.toOn.info])
    else {
      return nil
    }
    // It goes on in another service of the same change.
    let goesOn = changes.contains { other in
      other.table === MeterInstall.table && other.before == nil
        && other.after.map(Row<MeterInstall>.init)?[MeterInstall.meter] == meter
    }
    if goesOn { return "meter \(meter) stays installed" }
    let isSaid = changes.contains { other in
      other.after.map { Row<Service>(values: $0) }.map {
        other.table === Service.table && $0[Service.stopOn] == end
      } ?? false
    }
    return "meter \(meter) is available" + (isSaid ? "" : " from \(end)")
  }

  static func read(_ change: RowChange, _ changes: [RowChange]) -> String? {
    guard change.before == nil, let row = change.after.map(Row<Read>.init) else { return nil }
    let figure =
      row[Read.reading].map(\.description)
      ?? row[Read.consumption].map { "consumption \($0)" } ?? ""
    let meter = row[Read.meter]
    let isOnly = changes.allSatisfy { other in
      guard other.table === Read.table, other.before == nil else { return true }
      return other.after.map(Row<Read>.init)?[Read.meter] == meter
    }
    return switch row[Read.reason] {
    case .periodic: "read of meter \(meter) on \(row[Read.readOn]): \(figure)"
    case let reason where isOnly: "\(reason.rawValue) read \(figure)"
    case let reason: "\(reason.rawValue) read of meter \(meter): \(figure)"
    }
  }
}
