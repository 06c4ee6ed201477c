package import Engines
package import Values

/// A delivery preference whose e-mail bounced, or that followed from bounces. It follows from the preferences and
/// their events: `today` counts the rows in force, and looks at no others.
package enum BouncedDelivery: Entity {
  package static let preference = Column<BouncedDelivery, Int64>(0, "delivery_preference")
  package static let account = Column<BouncedDelivery, AccountNumber>(1, "account")
  package static let fromOn = Column<BouncedDelivery, CivilDate>(2, "from_on")
  package static let toOn = Column<BouncedDelivery, CivilDate?>(3, "to_on")
  /// Of the last bounce; nil where bills went back to mail.
  package static let bouncedOn = Column<BouncedDelivery, CivilDate?>(4, "bounced_on")

  package static let table = Table(
    "bounced_delivery",
    [preference.info, account.info, fromOn.info, toOn.info, bouncedOn.info])

  /// What the rows should be: all, or those of some events.
  static func rows(_ condition: String = "") -> String {
    let (bounce, reverted) = (DeliveryEventKind.bounce.sql, DeliveryEventKind.reverted.sql)
    return """
      SELECT p.delivery_preference, p.account, p.from_on, p.to_on, b.bounced_on FROM \
      (SELECT delivery_preference, max(CASE WHEN kind = \(bounce) THEN event_on END) AS bounced_on \
      FROM delivery_event WHERE (kind = \(bounce) OR kind = \(reverted))\(condition) \
      GROUP BY delivery_preference) b \
      CROSS JOIN delivery_preference p WHERE p.delivery_preference = b.delivery_preference
      """
  }
}
