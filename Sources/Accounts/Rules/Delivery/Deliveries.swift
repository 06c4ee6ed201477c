package import Engines
package import Ledger
package import Values

/// Reads and changes delivery preferences.
extension Books {
  /// The account's preferences that are in force on a day or later.
  func deliveries(
    of account: AccountNumber, onOrAfter day: CivilDate
  ) throws(RuleError) -> [Row<DeliveryPreference>] {
    try rows(DeliveryPreference.inForce, account, onOrAfter: day)
  }

  /// The preference on a day; nil if nobody ever chose one, so that bills go by mail.
  package func delivery(
    of account: AccountNumber, on day: CivilDate
  ) throws(RuleError) -> Row<DeliveryPreference>? {
    try
      (rows(DeliveryPreference.endingNext, account, day)
      + rows(DeliveryPreference.withoutEnd, account)).first { $0.days.contains(day) }
  }

  /// How a bill is delivered on a day. A setting decides whether shut-off notices go on paper.
  package func deliveryMethod(
    for account: AccountNumber, shutOff: Bool = false, on day: CivilDate
  ) throws(RuleError) -> DeliveryMethod {
    let method = try delivery(of: account, on: day)?[DeliveryPreference.method] ?? .mail
    let needsPaper = shutOff && settings[.deliveryShutOff] == YesNo.yes.rawValue
    return needsPaper && method == .email ? .mail : method
  }

  /// Changes bill delivery from a day on, until another customer moves in, and withdraws later pending
  /// preferences. Returns whether anything changed, and notices for the operator.
  func deliver(
    _ method: DeliveryMethod, to email: EmailAddress?, of account: AccountNumber, on day: CivilDate
  ) throws(RuleError) -> (isChanged: Bool, notices: [String]) {
    let rows = try deliveries(of: account, onOrAfter: day)
    let later = rows.filter { $0[DeliveryPreference.fromOn] > day }
    if let begun = later.first(where: { $0[DeliveryPreference.fromOn] <= today }) {
      throw .refuse(
        .dateOrder, field: "on",
        found: "\(day); bills go \(begun.way) since \(begun[DeliveryPreference.fromOn])",
        expected: "\(begun[DeliveryPreference.fromOn]) or later", remedy: "")
    }
    // A later customer's own choice stays, and the choice of today's customers does not pass on.
    let handover: CivilDate? =
      if method == .mail, later.isEmpty { nil } else { try nextHandover(of: account, after: day) }
    let withdrawn = later.filter { row in
      handover.map { row[DeliveryPreference.fromOn] < $0 } ?? true
    }
    for row in withdrawn { end(row, on: row[DeliveryPreference.fromOn]) }
    var notices = withdrawn.map {
      "the preference from \($0[DeliveryPreference.fromOn]), \($0.way), is withdrawn"
    }
    if let handover, method != .mail {
      notices.append("it ends on \(handover), when another customer moves in")
    }
    let current = rows.last { $0.days.contains(day) }
    let isSame =
      current.map {
        $0[DeliveryPreference.method] == method && $0[DeliveryPreference.email] == email
      }
      ?? (method == .mail)
    let lasts = current.map { $0[DeliveryPreference.toOn] == handover } ?? true
    if isSame {
      if let current { end(current, on: handover) }
    } else {
      if let current { end(current, on: day) }
      try addDelivery(method, to: email, of: account, DayInterval(from: day, to: handover))
    }
    return (!isSame || !lasts || !withdrawn.isEmpty, notices)
  }

  /// After too many bounces, bills go by mail; later pending preferences stay.
  func revertToMail(_ row: Row<DeliveryPreference>, on day: CivilDate) throws(RuleError) {
    end(row, on: day)
    let new = try addDelivery(
      .mail, to: nil, of: row[DeliveryPreference.account],
      DayInterval(from: day, to: row[DeliveryPreference.toOn]))
    try record(.reverted, of: new, to: row[DeliveryPreference.email], on: day)
  }

  /// A new customer has no preference yet, and bills must not go to the previous customer's address.
  func endDelivery(of account: AccountNumber, on day: CivilDate) throws(RuleError) -> [String] {
    let open = try deliveries(of: account, onOrAfter: day)
    guard let row = open.last(where: { $0[DeliveryPreference.method] != .mail }) else { return [] }
    for row in open { end(row, on: max(day, row[DeliveryPreference.fromOn])) }
    let new = try addDelivery(.mail, to: nil, of: account, DayInterval(from: day, to: nil))
    try record(.movedOut, of: new, to: row[DeliveryPreference.email], on: day)
    return ["bills were delivered \(row.way); from \(day) on, they go by mail"]
  }

  /// A notice if a customer leaves and bills still go by e-mail: the address may belong to a customer who stays.
  func keptDelivery(
    of account: AccountNumber, after day: CivilDate
  ) throws(RuleError) -> [String] {
    let rows = try deliveries(of: account, onOrAfter: day)
    guard let row = rows.last(where: { $0[DeliveryPreference.method] != .mail }) else { return [] }
    return [
      "bills still go \(row.way); if that is the address of the customer who leaves, "
        + "run \(run: "delivery set", account, "mail", options: ["on": max(day, today)])"
    ]
  }

  func record(
    _ kind: DeliveryEventKind, of preference: Row<DeliveryPreference>, to email: EmailAddress?,
    on day: CivilDate, type: BounceType? = nil, code: Line? = nil
  ) throws(RuleError) {
    var row = Row<DeliveryEvent>()
    row[DeliveryEvent.id] = try nextID(DeliveryEvent.self)
    row[DeliveryEvent.preference] = preference[DeliveryPreference.id]
    row[DeliveryEvent.account] = preference[DeliveryPreference.account]
    row[DeliveryEvent.email] = email
    row[DeliveryEvent.on] = day
    row[DeliveryEvent.kind] = kind
    row[DeliveryEvent.type] = type
    row[DeliveryEvent.code] = code
    insert(row)
  }

  @discardableResult
  private func addDelivery(
    _ method: DeliveryMethod, to email: EmailAddress?, of account: AccountNumber,
    _ days: DayInterval
  ) throws(RuleError) -> Row<DeliveryPreference> {
    var row = Row<DeliveryPreference>()
    row[DeliveryPreference.id] = try nextID(DeliveryPreference.self)
    row[DeliveryPreference.account] = account
    row[DeliveryPreference.method] = method
    row[DeliveryPreference.email] = email
    row[DeliveryPreference.fromOn] = days.from
    row[DeliveryPreference.toOn] = days.to
    insert(row)
    return row
  }

  private func end(_ row: Row<DeliveryPreference>, on day: CivilDate?) {
    var after = row
    after[DeliveryPreference.toOn] = day
    update(row, to: after)
  }
}

extension Row<DeliveryPreference> {
  var days: DayInterval {
    DayInterval(from: self[DeliveryPreference.fromOn], to: self[DeliveryPreference.toOn])
  }

  /// `by e-mail to p•••@example.com`.
  package var way: String {
    self[DeliveryPreference.method].way(to: self[DeliveryPreference.email]?.masked)
  }
}

extension DeliveryMethod {
  /// `by mail and by e-mail to pat@example.com`.
  package func way(to address: String?) -> String {
    let address = address.map { " to \($0)" } ?? ""
    return switch self {
    case .mail: "by mail"
    case .email: "by e-mail" + address
    case .both: "by mail and by e-mail" + address
    }
  }
}
