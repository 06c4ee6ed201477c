import Engines
import Ledger
import Values

/// The sample city's portal users. It follows from the customer ID alone, so
/// that no random number is drawn for it.
final class DemoUsers {
  private let lastDay: CivilDate
  /// In a large city some customers share an address; the first of them has the login.
  /// Kept as digests: the addresses themselves would fill the memory of a large city.
  private var taken: Set<UInt64> = []

  init(lastDay: CivilDate) {
    self.lastDay = lastDay
  }

  func user(of customer: DemoCustomer) -> Row<User>? {
    guard let email = customer.email, let first = customer.first, let last = customer.last,
      customer.cid % 5 != 0, taken.insert(Self.digest(email)).inserted
    else { return nil }
    let registered = moment(customer.cid * 37 % 900 + 30)
    let status = status(customer.cid)
    var row = Row<User>()
    row[User.id] = id(customer.cid)
    row[User.email] = EmailAddress(trusted: email)
    row[User.firstName] = Line(trusted: first)
    row[User.lastName] = Line(trusted: last)
    row[User.status] = status
    row[User.registeredAt] = registered
    row[User.failedAttempts] = status == .lockedOut ? Self.wrongPasswords : 0
    row[User.lockedBy] = status == .lockedOut ? .policy : nil
    let isActivated = status != .provisioned && status != .staged
    row[User.activatedAt] = isActivated ? registered.adding(hours: 3) : nil
    row[User.lastSignInAt] =
      isActivated && customer.cid % 11 != 0 ? moment(customer.cid % 28 + 1) : nil
    row[User.statusSince] = status == .lockedOut ? moment(0) : registered
    return row
  }

  func identity(of user: Row<User>) -> Row<PortalIdentity> {
    let id = user[User.id]
    var row = Row<PortalIdentity>()
    row[PortalIdentity.id] = id
    row[PortalIdentity.user] = id
    row[PortalIdentity.provider] = provider(id)
    row[PortalIdentity.subject] = id % 4 == 0 ? Line(trusted: "sample-\(id)") : nil
    row[PortalIdentity.addedAt] = user[User.registeredAt]
    return row
  }

  func session(of user: Row<User>) -> Row<PortalSession>? {
    guard user[User.status] == .active, user[User.lastSignInAt] != nil else { return nil }
    let id = user[User.id]
    var row = Row<PortalSession>()
    row[PortalSession.id] = id
    row[PortalSession.user] = id
    // No password has this hash.
    row[PortalSession.hash] = Secret(trusted: "sample-\(id)")
    row[PortalSession.provider] = provider(id)
    row[PortalSession.remembered] = true
    row[PortalSession.startedAt] = moment(1)
    row[PortalSession.expiresAt] = moment(1).adding(days: 30)
    return row
  }

  /// The last time that the user signed in, and the wrong passwords of one who is locked out.
  func attempts(of user: Row<User>) -> [Row<SignInAttempt>] {
    var all: [(outcome: SignInOutcome, at: Timestamp)] = []
    if let at = user[User.lastSignInAt] { all.append((.signedIn, at)) }
    if user[User.status] == .lockedOut {
      for number in 1...Self.wrongPasswords {
        let at = user[User.statusSince].adding(minutes: number - Self.wrongPasswords)
        all.append((.wrongPassword, at))
      }
    }
    let id = user[User.id]
    return all.enumerated().map { number, attempt in
      var row = Row<SignInAttempt>()
      row[SignInAttempt.id] = id * Int64(Self.wrongPasswords + 1) + Int64(number)
      row[SignInAttempt.email] = Line(trusted: user[User.email].folded)
      row[SignInAttempt.user] = id
      row[SignInAttempt.provider] = provider(id)
      row[SignInAttempt.outcome] = attempt.outcome
      row[SignInAttempt.at] = attempt.at
      return row
    }
  }

  /// The policy locks a user out after as many.
  private static let wrongPasswords = 10

  private func provider(_ id: Int64) -> IdentityProvider { id % 4 == 0 ? .google : .password }

  func link(_ held: DemoResponsibility, to user: Row<User>) -> Row<Link>? {
    guard user[User.activatedAt] != nil, held.from < lastDay else { return nil }
    var row = Row<Link>()
    row[Link.id] = held.id
    row[Link.user] = user[User.id]
    row[Link.account] = AccountNumber(trusted: DemoAccount.number(held.account))
    row[Link.cid] = CustomerID(trusted: String(held.cid))
    row[Link.linkedOn] = held.from
    return row
  }

  /// FNV-1a, the same on every machine and in every run.
  private static func digest(_ email: String) -> UInt64 {
    email.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private func id(_ cid: Int) -> Int64 { Int64(cid - 100_000) }

  /// Noon, a number of days before the city's last day.
  private func moment(_ daysAgo: Int) -> Timestamp {
    Timestamp(seconds: (Int64(lastDay.daysSince1970) - Int64(daysAgo)) * 86_400 + 43_200)
  }

  private func status(_ cid: Int) -> UserStatus {
    // The login was removed, but its link to the account was kept.
    if cid % 400 == 107 { return .deprovisioned }
    return switch cid % 20 {
    case 12: .staged
    case 13: .lockedOut
    case 14: .provisioned
    case 7: .suspended
    default: .active
    }
  }
}

/// The rows of the portal's users.
extension DemoWriter {
  /// Answers the users by customer ID.
  func writeUsers(_ block: DemoBlock) throws(StoreError) -> [Int: Row<User>] {
    var byCustomer: [Int: Row<User>] = [:]
    for customer in block.customers { byCustomer[customer.cid] = users.user(of: customer) }
    for customer in block.customers {
      if let user = byCustomer[customer.cid] { try insert(user) }
    }
    for customer in block.customers {
      if let user = byCustomer[customer.cid] { try insert(users.identity(of: user)) }
    }
    for customer in block.customers {
      if let session = byCustomer[customer.cid].flatMap(users.session) { try insert(session) }
    }
    for customer in block.customers {
      guard let user = byCustomer[customer.cid] else { continue }
      for attempt in users.attempts(of: user) { try insert(attempt) }
    }
    for held in block.responsibilities {
      if let link = byCustomer[held.cid].flatMap({ users.link(held, to: $0) }) { try insert(link) }
    }
    return byCustomer
  }
}
