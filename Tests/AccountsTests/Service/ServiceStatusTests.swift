import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Values

@Suite("Service status", .onBothEngines)
struct ServiceStatusTests {
  /// A service's dates as words, empty where there is none.
  struct Dates: Sendable {
    var start = "2026-03-10"
    var stop = ""
    var cancelled = ""
    var finalBilled = ""
    var suspended: [(String, String)] = []

    var service: Row<Service> {
      get throws {
        var row = Row<Service>()
        row[Service.id] = 1
        row[Service.account] = try AccountNumber("500")
        row[Service.code] = try ServiceCode("1000")
        row[Service.startOn] = try CivilDate(start)
        row[Service.stopOn] = CivilDate(iso: stop)
        row[Service.cancelledOn] = CivilDate(iso: cancelled)
        row[Service.finalBilledOn] = CivilDate(iso: finalBilled)
        return row
      }
    }

    var suspensions: [Row<Suspension>] {
      get throws {
        try suspended.map { from, to in
          var row = Row<Suspension>()
          row[Suspension.service] = 1
          row[Suspension.fromOn] = try CivilDate(from)
          row[Suspension.toOn] = CivilDate(iso: to)
          return row
        }
      }
    }
  }

  static let running = Dates()
  static let ending = Dates(stop: "2026-03-20")
  static let billed = Dates(stop: "2026-03-20", finalBilled: "2026-03-25")
  static let cancelled = Dates(cancelled: "2026-03-05")
  static let off = Dates(stop: "2026-03-20", suspended: [("2026-03-12", "2026-03-15")])
  static let openOff = Dates(suspended: [("2026-03-12", "")])
  static let offAndOn = Dates(suspended: [("2026-03-12", "2026-03-12")])

  @Test(
    "is derived from the dates as of a day",
    arguments: [
      (running, "2026-03-09", .pendingStart), (running, "2026-03-10", .active),
      (running, "2026-03-11", .active),
      (ending, "2026-03-09", .pendingStart), (ending, "2026-03-10", .pendingStop),
      (ending, "2026-03-19", .pendingStop), (ending, "2026-03-20", .stopped),
      (ending, "2026-03-21", .stopped),
      (billed, "2026-03-19", .pendingStop), (billed, "2026-03-20", .stopped),
      (billed, "2026-03-24", .stopped), (billed, "2026-03-25", .finalBilled),
      (billed, "2026-03-26", .finalBilled),
      (cancelled, "2026-03-04", .pendingStart), (cancelled, "2026-03-05", .cancelled),
      (cancelled, "2026-03-10", .cancelled),
      (off, "2026-03-11", .pendingStop), (off, "2026-03-12", .suspended),
      (off, "2026-03-14", .suspended), (off, "2026-03-15", .pendingStop),
      (off, "2026-03-20", .stopped),
      (openOff, "2026-03-11", .active), (openOff, "2026-03-12", .suspended),
      (openOff, "2030-01-01", .suspended),
      (offAndOn, "2026-03-12", .active),
    ] as [(Dates, String, ServiceStatus)])
  func derived(dates: Dates, day: String, expected: ServiceStatus) throws {
    let status = ServiceStatus.of(
      try dates.service, suspensions: try dates.suspensions, on: try CivilDate(day))
    #expect(status == expected)
  }

  @Test("a suspension that outlasts the service does not hide the stop")
  func suspendedAndStopped() throws {
    let dates = Dates(stop: "2026-03-20", suspended: [("2026-03-12", "")])
    let status = ServiceStatus.of(
      try dates.service, suspensions: try dates.suspensions, on: try CivilDate("2026-03-20"))
    #expect(status == .stopped)
  }

  @Test("SQL says the same as the rule, for every service and every day")
  func agreesWithSQL() throws {
    let office = try Office.smallCity()
    let rows = generatedServices()
    try office.store.engine.begin(.write)
    for row in rows.services { try office.store.connection.run(Service.table.insert, row.values) }
    for row in rows.suspensions {
      try office.store.connection.run(Suspension.table.insert, row.values)
    }
    try office.store.engine.commit()
    let dialect = office.store.connection.dialect
    let sql = """
      SELECT s.service, \(ServiceStatus.sql(asOf: "d.day", dialect)) \
      FROM (SELECT \(dialect.dateMark) AS day) d CROSS JOIN service s ORDER BY s.service
      """
    var seen: Set<ServiceStatus> = []
    for offset in 0...12 {
      let day = Self.firstDay.adding(days: offset)
      var found: [Int64: String] = [:]
      try office.store.each(sql: sql, [day.datum]) { row in
        found[row.integer(0)] = String(decoding: row.text(1), as: UTF8.self)
        return true
      }
      for service in rows.services {
        let own = rows.suspensions.filter { $0[Suspension.service] == service[Service.id] }
        let status = ServiceStatus.of(service, suspensions: own, on: day)
        seen.insert(status)
        #expect(found[service[Service.id]] == status.rawValue, "\(service.values) on \(day)")
      }
    }
    #expect(seen == Set(ServiceStatus.allCases))
  }

  static let firstDay = CivilDate(daysSince1970: 20_500)

  /// All combinations of few days, so that every boundary occurs.
  private func generatedServices() -> (services: [Row<Service>], suspensions: [Row<Suspension>]) {
    let days = [nil, 3, 6, 9].map { $0.map { Self.firstDay.adding(days: $0) } }
    var services: [Row<Service>] = []
    var suspensions: [Row<Suspension>] = []
    for stop in days {
      for cancelled in days {
        for billed in days {
          for (from, to) in [(nil, nil), (4, nil), (3, 6), (6, 6), (5, 9)] as [(Int?, Int?)] {
            var row = Row<Service>()
            row[Service.id] = Int64(services.count + 1)
            row[Service.account] = AccountNumber(trusted: "500")
            row[Service.code] = ServiceCode(trusted: "1000")
            row[Service.startOn] = Self.firstDay.adding(days: 2)
            row[Service.stopOn] = stop
            row[Service.cancelledOn] = cancelled
            row[Service.finalBilledOn] = billed
            services.append(row)
            guard let from else { continue }
            var suspension = Row<Suspension>()
            suspension[Suspension.service] = row[Service.id]
            suspension[Suspension.fromOn] = Self.firstDay.adding(days: from)
            suspension[Suspension.toOn] = to.map { Self.firstDay.adding(days: $0) }
            suspensions.append(suspension)
          }
        }
      }
    }
    return (services, suspensions)
  }
}
