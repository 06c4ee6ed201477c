import Engines
import Ledger
import Values

/// The address for an account's bills, and whose it is where nobody named it.
struct DeliveryAddress {
  let email: EmailAddress
  let phrase: String?
}

/// Finds an address for bills where none is named: the one that they go to, or else the requester's,
/// the customer's or a linked user's. An address that was given up, or that bounced, is skipped.
struct DeliveryAddressSearch {
  let account: AccountNumber
  let day: CivilDate
  let own: EmailAddress?
  /// Addresses that were considered, and why they are not used.
  private(set) var unusable: [String] = []

  init(account: AccountNumber, day: CivilDate, own: EmailAddress?) {
    self.account = account
    self.day = day
    self.own = own
  }

  mutating func find(in books: Books) throws(RuleError) -> DeliveryAddress? {
    let handover = try books.nextHandover(of: account, after: day)
    let current = try books.deliveries(of: account, onOrAfter: day).first { row in
      row[DeliveryPreference.email] != nil
        && (handover.map { row[DeliveryPreference.fromOn] < $0 } ?? true)
    }
    if let row = current, let email = row[DeliveryPreference.email] {
      guard let bounce = try bounce(of: email, in: books), bounce.isHard else {
        return DeliveryAddress(email: email, phrase: nil)
      }
      pass(email, "bounced on \(bounce.on)")
    }
    for row in try books.rows(DeliveryPreference.newest, account).reversed()
    where !row.days.isEmpty && !row.days.isOpen(on: day) {
      guard let email = row[DeliveryPreference.email], let end = row[DeliveryPreference.toOn]
      else { continue }
      pass(email, "was replaced on \(end)")
    }
    for (email, owner) in try candidates(in: books) {
      if let bounce = try bounce(of: email, in: books) {
        pass(email, "\(owner), bounced on \(bounce.on)")
        continue
      }
      return DeliveryAddress(email: email, phrase: "the address is \(owner)")
    }
    return nil
  }

  private mutating func pass(_ email: EmailAddress, _ why: String) {
    let phrase = "\(email.masked) \(why)"
    if !unusable.contains(phrase) { unusable.append(phrase) }
  }

  /// Addresses with the words for whose they are, the nearest first.
  private func candidates(in books: Books) throws(RuleError) -> [(EmailAddress, String)] {
    var found: [(EmailAddress, String)] = own.map { [($0, "the user's own")] } ?? []
    let answering = try books.rows(AccountCustomer.inForce, account, onOrAfter: day).filter {
      $0.days.contains(day)
    }
    for role in [ResponsibilityRole.payer, .tenant, .owner] {
      for row in answering where row[AccountCustomer.role] == role {
        let customer = try books.find(Customer.self, row[AccountCustomer.cid])
        guard let email = customer?[Customer.email] else { continue }
        found.append((email.signInName, "that of customer \(row[AccountCustomer.cid])"))
      }
    }
    for user in try books.usersToTell(of: account, on: max(day, books.today)) {
      found.append((user[User.email], "that of the linked user"))
    }
    return found
  }

  /// The address's last bounce, on whatever account; a hard one weighs more than later soft ones.
  private func bounce(
    of email: EmailAddress, in books: Books
  ) throws(RuleError) -> (on: CivilDate, isHard: Bool)? {
    let hard = try books.rows(DeliveryEvent.lastBounce, email, BounceType.hard).first
    let soft = try books.rows(DeliveryEvent.lastBounce, email, BounceType.soft).first
    let last = [hard, soft].compactMap { $0?[DeliveryEvent.on] }.max()
    return last.map { ($0, hard != nil) }
  }
}
