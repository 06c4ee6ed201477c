package import Accounts

extension Page {
  /// The page of a record that a search found: of a payment that of its account, and of a note that
  /// of the record that it is about.
  package static func found(
    _ hit: SearchHit, on store: Store, asOf day: CivilDate
  ) throws -> Page {
    switch hit.kind {
    case .customer: return try .customer(CustomerID(trusted: hit.id), on: store, asOf: day)
    case .location: return try .location(LocationID(trusted: hit.id), on: store, asOf: day)
    case .account: return try account(hit.id, on: store, asOf: day)
    case .meter: return try .meter(MeterSerial(trusted: hit.id), on: store, asOf: day)
    case .bill: return try .bill(BillNumber(trusted: hit.id), on: store, asOf: day)
    case .user: return try .user(try EmailAddress(hit.id), on: store)
    case .payment:
      let payment = try store.books().find(Payment.self, Int64(hit.id) ?? 0)
      guard let payment else { throw gone(hit) }
      return try account(payment[Payment.account].text, on: store, asOf: day)
    case .note:
      guard let note = try store.books().find(Note.self, Int64(hit.id) ?? 0) else {
        throw gone(hit)
      }
      return try noted(note[Note.kind], note[Note.key], on: store, asOf: day)
    }
  }

  /// A record that was found before something removed it.
  private static func gone(_ hit: SearchHit) -> Rejection {
    Rejection(
      .notFound, found: "\(hit.kind.rawValue) \(hit.id), which is no longer on record",
      expected: "a record that is there", remedy: "search again")
  }

  private static func account(
    _ number: String, on store: Store, asOf day: CivilDate
  ) throws -> Page {
    try .account(AccountNumber(trusted: number), on: store, asOf: day)
  }

  private static func noted(
    _ kind: NoteKind, _ key: String, on store: Store, asOf day: CivilDate
  ) throws -> Page {
    let number = Int64(key) ?? 0
    switch kind {
    case .customer: return try .customer(CustomerID(trusted: key), on: store, asOf: day)
    case .location: return try .location(LocationID(trusted: key), on: store, asOf: day)
    case .account: return try account(key, on: store, asOf: day)
    case .service:
      // The account stands before the last slash.
      return try account(
        key.lastIndex(of: "/").map { String(key[..<$0]) } ?? key, on: store, asOf: day)
    case .meter: return try .meter(MeterSerial(trusted: key), on: store, asOf: day)
    case .bill: return try .bill(BillNumber(trusted: key), on: store, asOf: day)
    case .request: return try .request(number, on: store)
    case .payment:
      let payment = try store.books().find(Payment.self, number)
      return try account(payment?[Payment.account].text ?? "", on: store, asOf: day)
    case .user:
      let user = try store.books().find(User.self, number)
      return try .user(user?[User.email] ?? EmailAddress(key), on: store)
    }
  }
}
