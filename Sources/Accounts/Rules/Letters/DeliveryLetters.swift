package import Engines
package import Ledger
package import Values

/// The texts of messages about how bills go.
extension Letter {
  static func deliveryChanged(
    _ account: AccountNumber, _ method: DeliveryMethod, _ email: EmailAddress?,
    from day: CivilDate, to name: Line, _ settings: Settings
  ) -> Letter {
    Letter(
      .delivery, settings,
      [
        .name: name.text, .account: account.text, .topic: "bill delivery for account \(account)",
        .news:
          "Starting \(day), bills for account \(account) will be sent \(method.way(to: email?.text)).",
        .next: "If that is not what you want, you can change it at \(settings[.portalAddress]), or "
          + "call us.",
      ])
  }

  static func deliveryReverted(
    _ account: AccountNumber, bouncing email: EmailAddress, from day: CivilDate, to name: Line,
    _ settings: Settings
  ) -> Letter {
    Letter(
      .delivery, settings,
      [
        .name: name.text, .account: account.text,
        .topic: "bills for account \(account) will be sent by mail again",
        .news:
          "E-mail that we sent to \(email) for account \(account) was returned. Starting \(day), bills "
          + "for the account will be sent by mail.",
        .next: "To receive them by e-mail again, please enter a working e-mail address at "
          + "\(settings[.portalAddress]), or call us.",
      ])
  }
}

extension Books {
  /// The users who are linked to an account by a customer who is responsible for it today: nobody else
  /// has to do with what is written to them.
  /// - Parameter day: of the event in the letter; customers who became responsible later are left out.
  package func usersToTell(
    of account: AccountNumber, since day: CivilDate? = nil
  ) throws(RuleError) -> [Row<User>] {
    let responsibilities = try rows(
      AccountCustomer.inForce, account, onOrAfter: min(day ?? today, today))
    func customers(on day: CivilDate) -> Set<CustomerID> {
      Set(responsibilities.filter { $0.days.contains(day) }.map { $0[AccountCustomer.cid] })
    }
    var answering = customers(on: today)
    if let day { answering.formIntersection(customers(on: day)) }
    var told: [Int64: Row<User>] = [:]
    for link in try rows(Link.ofAccount, account)
    where link[Link.removedOn] == nil && answering.contains(link[Link.cid]) {
      guard let user = try find(User.self, link[Link.user]),
        user[User.status] != .deprovisioned
      else { continue }
      told[user[User.id]] = user
    }
    return told.values.sorted { $0[User.id] < $1[User.id] }
  }

  /// Posts a letter to each of them; answers what the operator should know.
  func tell(
    of account: AccountNumber, _ letter: (Line) -> Letter
  ) throws(RuleError) -> [String] {
    let users = try usersToTell(of: account)
    for user in users {
      try post(
        letter(user[User.firstName]), to: user[User.email], user: user[User.id], account: account)
    }
    return users.isEmpty ? ["no user is linked to account \(account), so nobody is notified"] : []
  }
}
