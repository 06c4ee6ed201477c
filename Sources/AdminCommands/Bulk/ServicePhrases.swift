import Accounts

/// Says in a clerk's words what changes of services mean.
final class ServicePhrases {
  private let store: Store
  private lazy var names = readNames()

  init(_ store: Store) { self.store = store }

  /// Nil for what has no wording of its own.
  func phrase(of change: RowChange) -> String? {
    guard let row = change.after.map(Row<Service>.init) else { return nil }
    let name = name(ofCode: row[Service.code].text)
    guard let old = change.before.map(Row<Service>.init) else {
      return "\(name) starts on \(row[Service.startOn])"
    }
    if !change.changes(besides: [Service.serviceClass.info]) { return becomes(name, old, row) }
    if !change.changes(besides: [Service.finalBilledOn.info]) {
      return row[Service.finalBilledOn].map { "\(name) is final billed on \($0)" }
        ?? "\(name) is no longer final billed"
    }
    if old[Service.cancelledOn] == nil, row[Service.cancelledOn] != nil {
      return "\(name) does not start on \(row[Service.startOn])"
    }
    let others = change.changes(besides: [
      Service.stopOn.info, Service.stopReason.info, Service.finalBilledOn.info,
    ])
    guard !others else { return nil }
    switch (old[Service.stopOn], row[Service.stopOn]) {
    case (nil, let stop?): return "\(name) stops on \(stop)"
    case (let stop?, nil): return "\(name) no longer stops on \(stop)"
    case (let before?, let stop?) where before != stop:
      return "\(name) stops on \(stop), not on \(before)"
    default: return nil
    }
  }

  /// The name of a service on record, e.g. WATER.
  func name(of service: Int64) -> String {
    var code: String?
    try? store.each(sql: "SELECT code FROM service WHERE service = ?", [.integer(service)]) { row in
      code = String(decoding: row.text(0), as: UTF8.self)
      return false
    }
    return code.map(name(ofCode:)) ?? "the service"
  }

  func name(ofCode code: String) -> String { names[code] ?? code }

  private func becomes(_ name: String, _ old: Row<Service>, _ row: Row<Service>) -> String {
    let was = old[Service.serviceClass].map { ", was \($0)" } ?? ""
    guard let new = row[Service.serviceClass] else { return "class of \(name) is cleared\(was)" }
    return "\(name) becomes class \(new)\(was)"
  }

  private func readNames() -> [String: String] {
    var names: [String: String] = [:]
    try? store.each(sql: "SELECT code, name FROM service_type") { row in
      names[String(decoding: row.text(0), as: UTF8.self)] = String(
        decoding: row.text(1), as: UTF8.self)
      return true
    }
    return names
  }
}
