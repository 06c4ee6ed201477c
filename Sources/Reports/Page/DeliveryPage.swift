package import Accounts

extension Page {
  /// An account's bill delivery as of a day, its history, and bounces.
  package static func delivery(
    _ number: AccountNumber, on store: Store, asOf day: CivilDate
  ) throws -> Page {
    let books = store.books()
    _ = try books.known(Account.self, number)
    let held = try books.delivery(of: number, on: day)
    let shutOff = try books.deliveryMethod(for: number, shutOff: true, on: day)
    let history = Report.deliveryHistory(of: number, asOf: day, dialect: store.dialect)
    return Page(
      title: "Delivery of account \(number)",
      sections: [
        .fields([
          PageField("account", label: "Account number", .text(number.text)),
          PageField(
            "method", label: "Bill delivery method",
            .text((held?[DeliveryPreference.method] ?? .mail).rawValue)),
          PageField(
            "email", label: "E-mail", DeliveryPreference.email,
            held?[DeliveryPreference.email].datum ?? .null),
          PageField(
            "since", label: "Since",
            PageValue(held?[DeliveryPreference.fromOn].datum ?? .null, .date)),
          PageField("shut_off_notice", label: "Shut-off notice delivery", .text(shutOff.rawValue)),
        ]),
        .table(try store.table("history", title: "History", history)),
        .table(try store.table("events", title: "Events", .deliveryEvents(of: number))),
      ])
  }

  /// The delivery method in words, such as `by e-mail`, and the address.
  /// - Parameter isShown: whether the address of a preference that began on a day is shown.
  static func delivery(
    _ number: AccountNumber, in books: Books, asOf day: CivilDate,
    isShown: (CivilDate) throws -> Bool = { _ in true }
  ) throws -> [PageField] {
    let held = try books.delivery(of: number, on: day)
    let method = held?[DeliveryPreference.method] ?? .mail
    let way = PageField("bill_delivery", label: "Bill delivery", .text(method.way(to: nil)))
    guard let preference = held, let email = preference[DeliveryPreference.email],
      try isShown(preference[DeliveryPreference.fromOn])
    else { return [way] }
    return [
      way,
      PageField("bill_email", label: "Bills to", DeliveryPreference.email, email.datum),
    ]
  }
}
