import Accounts
@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

/// An office with two accounts that take water and one that takes sewer, and meters to put in.
struct MeterOffice {
  let office: Office

  /// Services 1 and 2 are water on accounts 7001 and 7002, 3 is sewer on 7001, all since 2025-01-01.
  init(on day: String = "2026-06-15") throws {
    office = try Office(on: day)
    try change { (books) throws(RuleError) in
      for number in ["1", "2"] {
        var location = Row<Location>()
        location[Location.location] = LocationID(trusted: "L" + number)
        location[Location.address] = Line(trusted: number + " Mill Race")
        books.insert(location)
        var account = Row<Account>()
        account[Account.account] = AccountNumber(trusted: "700" + number)
        account[Account.location] = location[Location.location]
        account[Account.openedOn] = .start2025
        books.insert(account)
      }
      books.insert(Self.service(1, "7001", "1000"))
      books.insert(Self.service(2, "7002", "1000"))
      books.insert(Self.service(3, "7001", "2000"))
    }
  }

  private static func service(_ id: Int64, _ account: String, _ code: String) -> Row<Service> {
    var row = Row<Service>()
    row[Service.id] = id
    row[Service.account] = AccountNumber(trusted: account)
    row[Service.code] = ServiceCode(trusted: code)
    row[Service.startOn] = .start2025
    return row
  }

  /// A yard with meter M1 in service 1 since 2025-01-01.
  static func withMeter(_ details: [String: String] = [:]) throws -> MeterOffice {
    let yard = try MeterOffice()
    try yard.addMeter("M1", details)
    try yard.install("M1", in: 1, on: "2025-01-01")
    return yard
  }

  func addMeter(_ serial: String, _ details: [String: String] = [:]) throws {
    try office.run(
      AddMeter.self, details.merging(["meter": serial]) { detail, _ in detail })
  }

  func install(_ serial: String, in service: Int64, on day: String) throws {
    let day = try CivilDate(day)
    try change { (books) throws(RuleError) in
      try books.install(
        try books.meter(MeterSerial(trusted: serial)), in: try books.service(service), on: day)
    }
  }

  func removeMeters(of service: Int64, on day: String) throws {
    let day = try CivilDate(day)
    try change { (books) throws(RuleError) in
      try books.removeMeters(of: try books.service(service), on: day)
    }
  }

  func changeService(_ id: Int64, _ body: (inout Row<Service>) -> Void) throws {
    try change { (books) throws(RuleError) in
      let before = try books.service(id)
      var after = before
      body(&after)
      books.update(before, to: after)
    }
  }

  /// `M1 2026-02-01 120`, then cells as `kind=estimated`.
  @discardableResult
  func read(_ words: String) throws -> Performed {
    try office.run(AddRead.self, Self.cells(words))
  }

  func refused(_ words: String) throws -> Rejection? {
    office.refusal(AddRead.self, try Self.cells(words))
  }

  static func cells(_ words: String) throws -> [String: String] {
    let words = words.split(separator: " ").map(String.init)
    guard words.count >= 2 else { throw Office.UnknownFields(names: words) }
    var cells = ["meter": words[0], "on": words[1]]
    for word in words.dropFirst(2) {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      cells[parts.count == 2 ? parts[0] : "reading"] = parts.last
    }
    return cells
  }

  @discardableResult
  func void(_ serial: String, _ day: String, number: Int? = nil) throws -> Performed {
    var cells = ["meter": serial, "on": day]
    if let number { cells["number"] = "\(number)" }
    return try office.run(VoidRead.self, cells)
  }

  /// Carries out code of a test as an operation.
  func change(_ body: (Books) throws(RuleError) -> Void) throws {
    let change = try office.store.beginChange(
      Author(operatorName: "pat", host: "desk", command: "test"))
    do {
      try body(change.books)
      for row in change.books.takePending() { try change.write([row]) }
      try change.commit()
    } catch {
      change.rollback()
      guard case .rejected(let rejection) = error as? RuleError else { throw error }
      throw rejection
    }
  }
}

extension CivilDate {
  static let start2025 = CivilDate(daysSince1970: 20_089)
}

/// What the store holds.
extension MeterOffice {
  var consumptionRows: [Row<Consumption>] {
    get throws {
      try office.store.books().rows(
        Lookup([.notBefore(Consumption.service)], order: [.ascending(Consumption.service)]),
        Int64(0))
    }
  }

  /// `2026-01-01..2026-02-01 20 GAL`, with `est` where it is estimated, by service, day and meter.
  var consumption: [String] {
    get throws {
      try consumptionRows.map { row in
        let service = row[Consumption.service] == 1 ? "" : "service \(row[Consumption.service]) "
        let meter = row[Consumption.meter].text == "M1" ? "" : "\(row[Consumption.meter]) "
        return service + meter + "\(row[Consumption.fromOn])..\(row[Consumption.toOn]) "
          + "\(row[Consumption.quantity]) \(row[Consumption.unit])"
          + (row[Consumption.isEstimated] ? " est" : "")
      }
    }
  }

  /// `2026-02-01#1 120 actual` and the state of those that do not count.
  func reads(_ serial: String = "M1") throws -> [String] {
    let rows = try office.store.books().rows(Read.ofMeter, MeterSerial(trusted: serial))
    return rows.map(ChainRead.init).map { read in
      let figure = read.reading?.description ?? "uses \(read.consumption ?? .zero)"
      let state = read.state == .current ? "" : " \(read.state.rawValue)"
      return "\(read.on)#\(read.number) \(figure) \(read.kind.rawValue)\(state)"
    }
  }

  /// What follows from all current reads, worked out from nothing.
  func recomputed(_ serials: [String] = ["M1"]) throws -> [Row<Consumption>] {
    let books = office.store.books()
    return try serials.flatMap { text in
      let serial = MeterSerial(trusted: text)
      return ConsumptionRules.recomputed(
        reads: try books.rows(Read.ofMeter, serial),
        installs: try books.rows(MeterInstall.ofMeter, serial), meter: try books.meter(serial))
    }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }
}
