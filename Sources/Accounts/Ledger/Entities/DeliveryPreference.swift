package import Engines
package import Values

/// How an account's bills are delivered from a day on. Without a row they go by mail.
package enum DeliveryPreference: Entity {
  package static let id = Column<DeliveryPreference, Int64>(0, "delivery_preference")
  package static let account = Column<DeliveryPreference, AccountNumber>(
    1, "account", references: { Account.table })
  package static let method = Column<DeliveryPreference, DeliveryMethod>(2, "method")
  /// In lower case, because bounces and users are found by it.
  package static let email = Column<DeliveryPreference, EmailAddress?>(3, "email")
  package static let fromOn = Column<DeliveryPreference, CivilDate>(4, "from_on")
  /// The first day after it; equal to its first day if it never took effect.
  package static let toOn = Column<DeliveryPreference, CivilDate?>(5, "to_on")

  package static let table = Table(
    "delivery_preference",
    [id.info, account.info, method.info, email.info, fromOn.info, toOn.info])

  package static let ofAccount = Lookup<DeliveryPreference>(
    [.equal(account)], order: [.ascending(fromOn), .ascending(id)])
  package static let inForce = InForceLookup<DeliveryPreference>(
    account, from: fromOn, until: toOn)
  /// The preferences that began last.
  package static let newest = Lookup<DeliveryPreference>(
    [.equal(account)], order: [.descending(fromOn), .descending(id)], limit: 8)
  /// What is in force on a day is the first that ends after it, as an account has one at a time, or
  /// the one without an end.
  package static let endingNext = Lookup<DeliveryPreference>(
    [.equal(account), .after(toOn), .lasts(from: fromOn, until: toOn)], order: [.ascending(toOn)],
    limit: 1)
  package static let withoutEnd = Lookup<DeliveryPreference>([.equal(account), .unknown(toOn)])
  /// Of an address, those on the next account.
  package static let onNextAccount = Lookup<DeliveryPreference>(
    [.equal(email), .after(account)], order: [.ascending(account)], limit: 1)
  package static let ofEmail = Lookup<DeliveryPreference>(
    [.equal(email)], order: [.ascending(account), .ascending(id)])
}

/// A bounce, or a result of bounces.
package enum DeliveryEvent: Entity {
  package static let id = Column<DeliveryEvent, Int64>(0, "delivery_event")
  /// A bounce counts against the preference in effect; other events created theirs.
  package static let preference = Column<DeliveryEvent, Int64>(
    1, "delivery_preference", references: { DeliveryPreference.table })
  package static let account = Column<DeliveryEvent, AccountNumber>(
    2, "account", references: { Account.table })
  package static let email = Column<DeliveryEvent, EmailAddress?>(3, "email")
  package static let on = Column<DeliveryEvent, CivilDate>(4, "event_on")
  package static let kind = Column<DeliveryEvent, DeliveryEventKind>(5, "kind")
  package static let type = Column<DeliveryEvent, BounceType?>(6, "type")
  /// What the mail provider said, e.g. 5.1.1.
  package static let code = Column<DeliveryEvent, Line?>(7, "code")

  package static let table = Table(
    "delivery_event",
    [
      id.info, preference.info, account.info, email.info, on.info, kind.info, type.info, code.info,
    ])

  /// The last bounces of an address on an account.
  package static let bouncesOnAccount = Lookup<DeliveryEvent>(
    [.equal(account), .equal(email), .is(kind, .bounce)], order: [.descending(id)], limit: 1)
  /// The last bounce of an address by its type, on whatever account.
  package static let lastBounce = Lookup<DeliveryEvent>(
    [.equal(email), .is(kind, .bounce), .equal(type)], order: [.descending(on)], limit: 1)
  package static let ofPreference = Lookup<DeliveryEvent>(
    [.equal(preference)], order: [.ascending(id)])
}
