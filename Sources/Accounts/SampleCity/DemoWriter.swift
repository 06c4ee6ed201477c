import Engines
import Ledger
import Values

/// Writes blocks of history into an empty store, table after table in the order of their keys.
struct DemoWriter {
  private let writer: UnjournaledRows

  let users: DemoUsers
  package let vault = DemoCity.bankVault

  init(_ writer: UnjournaledRows, lastDay: CivilDate) {
    self.writer = writer
    users = DemoUsers(lastDay: lastDay)
  }

  func write(_ block: DemoBlock) throws(StoreError) {
    for customer in block.customers { try insert(row(customer)) }
    for place in block.places { try insert(row(place)) }
    for account in block.accounts { try insert(row(account)) }
    for responsibility in block.responsibilities { try insert(row(responsibility)) }
    for service in block.services { try insert(row(service)) }
    for suspension in block.suspensions { try insert(row(suspension)) }
    for meter in block.meters { try insert(row(meter)) }
    for install in block.installs { try insert(row(install)) }
    try write(block.reads)
    try write(block.periods)
    try writeBills(block)
    try writeDelivery(block)
    try writeEnrollments(block)
    try writeDesk(block, writeUsers(block))
    try flush()
  }

  func insert<E: Entity>(_ row: Row<E>) throws(StoreError) {
    try writer.insert(E.table, row.values)
  }

  /// Must follow the last row.
  func flush() throws(StoreError) { try writer.flush() }

  // MARK: Customers and accounts

  private func row(_ customer: DemoCustomer) -> Row<Customer> {
    var row = Row<Customer>()
    row[Customer.cid] = CustomerID(trusted: String(customer.cid))
    row[Customer.name] = Line(trusted: customer.name)
    row[Customer.firstName] = customer.first.map { Line(trusted: $0) }
    row[Customer.lastName] = customer.last.map { Line(trusted: $0) }
    row[Customer.kind] = customer.kind
    row[Customer.address] = Line(trusted: customer.address)
    row[Customer.address2] = customer.address2.map { Line(trusted: $0) }
    row[Customer.city] = Line(trusted: DemoCity.name)
    row[Customer.state] = Line(trusted: DemoCity.state)
    row[Customer.postalCode] = PostalCode(trusted: DemoCity.postalCode)
    row[Customer.phone] = customer.phone.map { PhoneNumber(trusted: $0) }
    row[Customer.email] = customer.email.map { EmailAddress(trusted: $0) }
    return row
  }

  private func row(_ place: DemoPlace) -> Row<Location> {
    var row = Row<Location>()
    row[Location.location] = LocationID(trusted: DemoAccount.location(place.index))
    row[Location.address] = Line(trusted: place.address)
    row[Location.unit] = place.unit.map { Premises(trusted: $0) }
    row[Location.city] = Line(trusted: DemoCity.name)
    row[Location.state] = Line(trusted: DemoCity.state)
    row[Location.postalCode] = PostalCode(trusted: DemoCity.postalCode)
    row[Location.route] = Route(trusted: place.route)
    row[Location.sequence] = WholeNumber(value: Int64(place.sequence))
    row[Location.cycle] = Cycle(trusted: String(place.cycle + 1))
    return row
  }

  private func row(_ account: DemoAccount) -> Row<Account> {
    var row = Row<Account>()
    row[Account.account] = AccountNumber(trusted: DemoAccount.number(account.index))
    row[Account.location] = LocationID(trusted: DemoAccount.location(account.index))
    row[Account.openedOn] = account.openedOn
    row[Account.closedOn] = account.closedOn
    return row
  }

  private func row(_ held: DemoResponsibility) -> Row<AccountCustomer> {
    var row = Row<AccountCustomer>()
    row[AccountCustomer.id] = held.id
    row[AccountCustomer.account] = AccountNumber(trusted: DemoAccount.number(held.account))
    row[AccountCustomer.cid] = CustomerID(trusted: String(held.cid))
    row[AccountCustomer.role] = held.role
    row[AccountCustomer.fromOn] = held.from
    row[AccountCustomer.toOn] = held.to
    return row
  }

  // MARK: Services and meters

  private func row(_ service: DemoService) -> Row<Service> {
    var row = Row<Service>()
    row[Service.id] = service.id
    row[Service.account] = AccountNumber(trusted: DemoAccount.number(service.account))
    row[Service.code] = ServiceCode(trusted: service.code)
    row[Service.serviceClass] = service.serviceClass.map { ServiceClass(trusted: $0) }
    row[Service.startOn] = service.start
    row[Service.stopOn] = service.stop
    row[Service.cancelledOn] = service.cancelledOn
    row[Service.finalBilledOn] = service.finalBilledOn
    row[Service.startReason] = service.startReason.map { Remark(trusted: $0) }
    row[Service.stopReason] = service.stopReason.map { Remark(trusted: $0) }
    return row
  }

  private func row(_ suspension: DemoSuspension) -> Row<Suspension> {
    var row = Row<Suspension>()
    row[Suspension.service] = suspension.service
    row[Suspension.fromOn] = suspension.from
    row[Suspension.toOn] = suspension.to
    row[Suspension.reason] = Remark(trusted: "not paid")
    return row
  }

  private func row(_ meter: DemoMeter) -> Row<Meter> {
    var row = Row<Meter>()
    row[Meter.meter] = MeterSerial(trusted: String(meter.serial))
    row[Meter.code] = ServiceCode(trusted: "1000")
    row[Meter.unit] = Self.gallons
    row[Meter.dials] = WholeNumber(value: Int64(meter.dials))
    row[Meter.multiplier] = Quantity(units: meter.multiplier * Quantity.scale)
    row[Meter.size] = MeterSize(trusted: meter.size)
    row[Meter.mxu] = meter.mxu.map { MeterSerial(trusted: $0) }
    return row
  }

  private func row(_ install: DemoInstall) -> Row<MeterInstall> {
    var row = Row<MeterInstall>()
    row[MeterInstall.id] = install.id
    row[MeterInstall.meter] = MeterSerial(trusted: String(install.meter))
    row[MeterInstall.service] = install.service
    row[MeterInstall.fromOn] = install.from
    row[MeterInstall.toOn] = install.to
    return row
  }

  private static let gallons = Unit(trusted: "GAL")

  // MARK: Reads and consumption

  /// One row serves them all: these are the millions.
  private func write(_ reads: [DemoRead]) throws(StoreError) {
    var row = Row<Read>()
    let thousandths = Quantity.scale
    for read in reads {
      row[Read.meter] = MeterSerial(trusted: String(read.meter))
      row[Read.readOn] = read.on
      row[Read.number] = read.number
      row[Read.reading] = Quantity(units: read.reading * thousandths)
      row[Read.kind] = read.kind
      row[Read.reason] = read.reason
      row[Read.source] = Line(trusted: read.source.rawValue)
      row[Read.state] = read.state
      try insert(row)
    }
  }

  private func write(_ periods: [DemoPeriod]) throws(StoreError) {
    var row = Row<Consumption>()
    row[Consumption.unit] = Self.gallons
    let thousandths = Quantity.scale
    for period in periods {
      row[Consumption.service] = period.service
      row[Consumption.toOn] = period.to
      row[Consumption.meter] = MeterSerial(trusted: String(period.meter))
      row[Consumption.fromOn] = period.from
      row[Consumption.days] = period.to - period.from
      row[Consumption.quantity] = Quantity(units: period.quantity * thousandths)
      row[Consumption.isEstimated] = period.isEstimated
      row[Consumption.readNumber] = period.readNumber
      try insert(row)
    }
  }
}
