import Engines
import Values

/// Holds the consumption of accounts against the totals of their services, and finds what no meter
/// of theirs measured.
struct TotalsCheck {
  private(set) var byDayAndPlace = TotalsFingerprint()
  private(set) var byClass = TotalsFingerprint()
  /// Whether the totals of services are the sums of their rows.
  private(set) var servicesAgree = true
  private let connection: any Connection

  init(_ connection: any Connection) { self.connection = connection }

  /// - Parameter holders: of the accounts.
  mutating func add(
    _ holders: [AccountNumber: AccountHolders], _ tell: (Finding) throws -> Void
  ) throws {
    let services = try services(of: holders.keys.sorted())
    let places = PlacesOfMeters(services, holders, try kinds(of: holders))
    var (kept, summed) = (TotalsFingerprint(), TotalsFingerprint())
    for page in KeyPage.pages(of: services.keys.sorted().map { .integer($0) }) {
      try connection.read(Self.consumption, page) { row in
        let key = MeasuredService(service: row.integer(0), meter: row.datum(1))
        let toOn = row.datum(2)
        guard let debtor = places.debtor(of: key, before: toOn) else { return true }
        let (unit, estimated) = (row.datum(3), row.datum(4))
        let sums = ConsumptionSums(
          quantity: row.integer(5), days: row.integer(6), reads: 1)
        byDayAndPlace.add(sums, debtor.place, toOn, unit: unit, estimated: estimated)
        byClass.add(sums, debtor.serviceClass, toOn, unit: unit, estimated: estimated)
        summed.add(sums, debtor.service, toOn.year, unit: unit, estimated: estimated)
        return true
      }
      try connection.read(Self.keptOfServices, page) { row in
        kept.add(
          ConsumptionSums(row, from: 6),
          TotalsFingerprint.Place(row.datum(0), row.datum(2), row.datum(4)), row.datum(1),
          unit: row.datum(3), estimated: row.datum(5))
        return true
      }
    }
    if summed != kept { servicesAgree = false }
    try tellStrays(places.measured, tell)
  }

  private func tellStrays(_ measured: Set<MeasuredService>, _ tell: (Finding) throws -> Void) throws
  {
    var strays = measured
    let services = Set(measured.map(\.service)).sorted()
    for page in KeyPage.pages(of: services.map { .integer($0) }) {
      try connection.read(Self.installs, page) { row in
        strays.remove(MeasuredService(service: row.integer(0), meter: row.datum(1)))
        return true
      }
    }
    for stray in strays.sorted(by: <) {
      var last = ""
      try connection.read(Self.lastMeasured, [.integer(stray.service), stray.meter]) { row in
        last = "\(stray.service) \(row.datum(0)) \(stray.meter)"
        return true
      }
      // Nothing leads from a read to a service where its meter was not installed.
      try tell(
        Finding(
          rule: .consumptionStray, severity: .error, record: "service \(stray.service)",
          what: "consumption of meter \(stray.meter), which was never in the service",
          remedy: "undo the change that recorded it last, see "
            + "\(run: "change list", options: ["table": "consumption", "key": last]); then check "
            + "again"))
    }
  }

  private func services(of accounts: [AccountNumber]) throws(StoreError) -> [Int64: PlacedService] {
    var services: [Int64: PlacedService] = [:]
    for page in KeyPage.pages(of: accounts.map(\.datum)) {
      try connection.read(Self.services, page) { row in
        services[row.integer(0)] = PlacedService(
          account: AccountNumber(row.datum(1)), code: row.datum(2), serviceClass: row.datum(3),
          route: row.datum(4), cycle: row.datum(5))
        return true
      }
    }
    return services
  }

  private func kinds(
    of holders: [AccountNumber: AccountHolders]
  ) throws(StoreError) -> [CustomerID: Datum] {
    var kinds: [CustomerID: Datum] = [:]
    let customers = Set(holders.values.flatMap(\.customers))
    for page in KeyPage.pages(of: customers.sorted().map(\.datum)) {
      try connection.read(Self.kinds, page) { row in
        kinds[CustomerID(row.datum(0))] = row.datum(1)
        return true
      }
    }
    return kinds
  }

  private static let services = Statement(
    "SELECT s.service, s.account, s.code, coalesce(s.class, ''), coalesce(l.route, ''), coalesce(l.cycle, '') "
      + "FROM service s JOIN account a ON a.account = s.account "
      + "JOIN location l ON l.location = a.location WHERE s.account IN (\(KeyPage.marks))")
  private static let consumption = Statement(
    "SELECT service, meter, to_on, unit, estimated, quantity, days FROM consumption "
      + "WHERE service IN (\(KeyPage.marks))")
  private static let keptOfServices = Statement(
    "SELECT \(ConsumptionByService.table.columns.map(\.name).joined(separator: ", ")) "
      + "FROM consumption_by_service WHERE service IN (\(KeyPage.marks))")
  private static let installs = Statement(
    "SELECT service, meter FROM meter_install WHERE service IN (\(KeyPage.marks))")
  private static let lastMeasured = Statement(
    "SELECT to_on FROM consumption WHERE service = ? AND meter = ? ORDER BY to_on DESC LIMIT 1")
  private static let kinds = Statement(
    "SELECT cid, kind FROM customer WHERE cid IN (\(KeyPage.marks))")
}
