@testable import Portal
@testable import Rules
import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Values

/// Meters in services.
@Suite(.onBothEngines)
struct MeterInstallTests {
  private func installs(_ yard: MeterOffice, _ serial: String = "M1") throws -> [String] {
    try yard.office.store.books().rows(MeterInstall.ofMeter, MeterSerial(trusted: serial)).map {
      "\($0[MeterInstall.service]) \($0.phrase)"
    }
  }

  private func refusal(_ body: () throws -> Void) -> Rejection? {
    do {
      try body()
      return nil
    } catch {
      return error as? Rejection
    }
  }

  @Test("a meter is in one place at a time")
  func elsewhere() throws {
    let yard = try MeterOffice.withMeter()
    #expect(
      refusal { try yard.install("M1", in: 2, on: "2025-06-01") }
        == Rejection(
          .meterElsewhere, field: "meter",
          found: "meter M1, in service 1 of account 7001 from 2025-01-01",
          expected: "a meter that is not in another service at that time",
          remedy: "stop that service or remove the meter with `meter remove` first, "
            + "or use another meter"))
  }

  @Test("a meter that is promised to another service later cannot be had without an end")
  func laterElsewhere() throws {
    let yard = try MeterOffice()
    try yard.addMeter("M1")
    try yard.install("M1", in: 2, on: "2025-06-01")
    #expect(refusal { try yard.install("M1", in: 1, on: "2025-03-01") }?.code == .meterElsewhere)
  }

  @Test("on the day on which it leaves one service a meter can come into another")
  func handedOn() throws {
    let yard = try MeterOffice.withMeter()
    try yard.removeMeters(of: 1, on: "2025-06-01")
    try yard.install("M1", in: 2, on: "2025-06-01")
    #expect(
      try installs(yard) == ["1 from 2025-01-01 to 2025-06-01", "2 from 2025-06-01"])
  }

  @Test("a meter that comes back to its service on the day it left has never been away")
  func back() throws {
    let yard = try MeterOffice.withMeter()
    try yard.removeMeters(of: 1, on: "2025-06-01")
    try yard.install("M1", in: 1, on: "2025-06-01")
    #expect(try installs(yard) == ["1 from 2025-01-01"])
  }

  @Test("a meter that is in the service already stays as it is")
  func again() throws {
    let yard = try MeterOffice.withMeter()
    try yard.install("M1", in: 1, on: "2025-06-01")
    #expect(try installs(yard) == ["1 from 2025-01-01"])
  }

  @Test("a meter measures only its own service type")
  func wrongType() throws {
    let yard = try MeterOffice()
    try yard.change { (books) throws(RuleError) in
      var type = Row<ServiceType>()
      type[ServiceType.code] = ServiceCode(trusted: "3000")
      type[ServiceType.name] = Line(trusted: "RECLAIMED")
      type[ServiceType.isMetered] = true
      type[ServiceType.unit] = Unit(trusted: "GAL")
      books.insert(type)
    }
    try yard.addMeter("M1", ["service": "RECLAIMED"])
    let found = refusal { try yard.install("M1", in: 1, on: "2025-02-01") }
    #expect(found?.code == .contradictory)
    #expect(found?.found == "meter M1, which measures 3000 RECLAIMED")
    #expect(found?.expected == "a meter for 1000 WATER")
  }

  @Test("a service that is not metered takes no meter")
  func notMetered() throws {
    let yard = try MeterOffice()
    try yard.addMeter("M1")
    #expect(refusal { try yard.install("M1", in: 3, on: "2025-02-01") }?.code == .notMetered)
  }

  @Test(
    "a meter comes into a service only while that runs",
    arguments: [
      ("2024-12-31", RejectionCode.dateOrder), ("2025-01-01", nil), ("2025-07-31", nil),
      ("2025-08-01", .notActive),
    ])
  func whileRunning(day: String, code: RejectionCode?) throws {
    let yard = try MeterOffice()
    try yard.addMeter("M1")
    let stop = try CivilDate("2025-08-01")
    try yard.changeService(1) { $0[Service.stopOn] = stop }
    #expect(refusal { try yard.install("M1", in: 1, on: day) }?.code == code)
  }

  @Test("a cancelled service takes no meter")
  func cancelled() throws {
    let yard = try MeterOffice()
    try yard.addMeter("M1")
    try yard.changeService(1) { $0[Service.cancelledOn] = .start2025 }
    #expect(refusal { try yard.install("M1", in: 1, on: "2025-02-01") }?.code == .notActive)
  }

  @Test("a meter leaves on the day on which its service is to stop")
  func untilStop() throws {
    let yard = try MeterOffice()
    try yard.addMeter("M1")
    let stop = try CivilDate("2025-08-01")
    try yard.changeService(1) { $0[Service.stopOn] = stop }
    try yard.install("M1", in: 1, on: "2025-02-01")
    #expect(try installs(yard) == ["1 from 2025-02-01 to 2025-08-01"])
  }

  @Test("a removal that was to come later is brought forward")
  func earlier() throws {
    let yard = try MeterOffice.withMeter()
    try yard.removeMeters(of: 1, on: "2026-09-01")
    try yard.removeMeters(of: 1, on: "2026-08-01")
    #expect(try installs(yard) == ["1 from 2025-01-01 to 2026-08-01"])
  }

  @Test("a meter taken out on the day it came was never in")
  func neverIn() throws {
    let yard = try MeterOffice.withMeter()
    try yard.removeMeters(of: 1, on: "2025-01-01")
    #expect(try installs(yard).isEmpty)
  }

  @Test("a meter cannot have left before its last read")
  func laterRead() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-03-01 500")
    let found = refusal { try yard.removeMeters(of: 1, on: "2025-02-01") }
    #expect(found?.code == .conflict)
    #expect(found?.found == "a read of meter M1 on 2025-03-01 (500, periodic)")
    #expect(
      found?.remedy == "use a later date, or void that read first: `read void M1 --on 2025-03-01`")
  }

  @Test("a reconnection on the day of a move goes over to the service that begins")
  func readsFollow() throws {
    let yard = try MeterOffice.withMeter()
    try yard.read("M1 2025-01-01 100 reason=initial")
    try yard.read("M1 2025-03-01 150 reason=reconnect")
    #expect(try yard.consumption == ["2025-01-01..2025-03-01 50 GAL"])
    try yard.removeMeters(of: 1, on: "2025-03-01")
    try yard.install("M1", in: 2, on: "2025-03-01")
    #expect(try yard.consumption == [])
    #expect(try yard.consumptionRows == yard.recomputed())
  }

  @Test("on its last day a meter is in its service no more, nor before its first")
  func onDay() throws {
    let yard = try MeterOffice.withMeter()
    try yard.removeMeters(of: 1, on: "2025-06-01")
    let books = yard.office.store.books()
    let service = try books.service(1)
    let counts = try ["2024-12-31", "2025-01-01", "2025-05-31", "2025-06-01"].map { day in
      try books.installs(of: service, on: CivilDate(day)).count
    }
    #expect(counts == [0, 1, 1, 0])
  }
}
