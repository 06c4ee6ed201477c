package import Engines
package import Ledger
package import Values

/// The texts of messages about bill delivery.
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
  /// The users who are linked to an account by a customer who is responsible for it on a day, or else today:
  /// letters about the account concern nobody else.
  /// - Parameters:
  ///   - event: the day of what the letter is about; only customers who are responsible on it as well count.
  ///   - owner: the customer whom the letter is about, who counts without regard to that day.
  package func usersToTell(
    of account: AccountNumber, on day: CivilDate? = nil, event: CivilDate? = nil,
    owner: CustomerID? = nil
  ) throws(RuleError) -> [Row<User>] {
    let day = day ?? today
    let responsibilities = try rows(
      AccountCustomer.inForce, account, onOrAfter: min(event ?? day, day))
    func customers(on day: CivilDate) -> Set<CustomerID> {
      Set(responsibilities.filter { $0.days.contains(day) }.map { $0[AccountCustomer.cid] })
    }
    var answering = customers(on: day)
    if let event {
      answering.formIntersection(customers(on: event).union(owner.map { [$0] } ?? []))
    }
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
    of account: AccountNumber, on day: CivilDate? = nil, event: CivilDate? = nil,
    owner: CustomerID? = nil, _ letter: (Line) -> Letter
  ) throws(RuleError) -> [String] {
    let users = try usersToTell(of: account, on: day, event: event, owner: owner)
    for user in users {
      try post(
        letter(user[User.firstName]), to: user[User.email], user: user[User.id], account: account)
    }
    return users.isEmpty ? ["no user is linked to account \(account), so nobody is notified"] : []
  }
}
