package import Engines
package import Ledger
import Values

/// The texts of messages about automatic payments.
extension Letter {
  static func eft(_ row: Row<EFTEnrollment>, to name: Line, _ settings: Settings) -> Letter {
    Letter(
      .eft, settings,
      [.name: name.text, .account: row[EFTEnrollment.account].text, .news: row.news(settings)])
  }
}

extension Row<EFTEnrollment> {
  /// What has become of the enrollment, and what the citizen can do.
  fileprivate func news(_ settings: Settings) -> String {
    let bank =
      "the \(self[EFTEnrollment.type].rawValue) account that ends in "
      + self[EFTEnrollment.lastFour].description
    let bills = "the bills of account \(self[EFTEnrollment.account])"
    let portal = settings[.portalAddress]
    if let ends = self[EFTEnrollment.endsOn], self[EFTEnrollment.state] != .cancelled {
      return "Automatic payments of \(bills) from \(bank) end on \(ends). From then on, please pay "
        + "another way, or sign up again at \(portal)."
    }
    switch self[EFTEnrollment.state] {
    case .entered:
      return "We have received your request to pay \(bills) from \(bank). We will review it "
        + "before we contact your bank; until then, please pay as before."
    case .prenotePending:
      return
        "\(bills.prefix(1).uppercased() + bills.dropFirst()) will be paid from \(bank). We will "
        + "verify this with your bank first, which takes a few days; until then, please pay as before."
    case .active:
      return
        "From now on, \(bills) will be paid from \(bank) when they are due. You do not need to do anything."
    case .onHold:
      return
        "Automatic payments of \(bills) from \(bank) are on hold. Until further notice, please "
        + "pay another way."
    case .returned:
      return "Your bank returned our payment request to \(bank) for \(bills). Please enter your "
        + "bank account again at \(portal), or pay another way."
    case .cancelled:
      return "Automatic payments of \(bills) from \(bank) have ended. Please pay another way, or "
        + "sign up again at \(portal)."
    }
  }
}

extension Books {
  /// Tells the users who see an enrollment what has become of it. Once the bank account's owner has moved out, no
  /// letter is sent.
  func tellOfEFT(_ row: Row<EFTEnrollment>) throws(RuleError) {
    guard try isOwnerResponsible(in: row, on: today) else { return }
    let settings = settings
    _ = try tell(
      of: row[EFTEnrollment.account], event: row[EFTEnrollment.enteredOn],
      owner: row[EFTEnrollment.cid]
    ) { .eft(row, to: $0, settings) }
  }

  /// Whether a user sees an enrollment: it is the linked customer's own, or that customer was responsible when it
  /// was entered.
  package func isSeen(
    _ row: Row<EFTEnrollment>, by user: Row<User>
  ) throws(RuleError) -> Bool {
    try usersToTell(
      of: row[EFTEnrollment.account], event: row[EFTEnrollment.enteredOn],
      owner: row[EFTEnrollment.cid]
    ).contains { $0[User.id] == user[User.id] }
  }
}
