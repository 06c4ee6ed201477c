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
    row[User.failedAttempts] = status == .lockedOut ? 10 : 0
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
    row[PortalIdentity.provider] = id % 4 == 0 ? .google : .password
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
    row[PortalSession.provider] = id % 4 == 0 ? .google : .password
    row[PortalSession.remembered] = true
    row[PortalSession.startedAt] = moment(1)
    row[PortalSession.expiresAt] = moment(1).adding(days: 30)
    return row
  }

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

  /// Noon, so many days before the city's last day.
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
