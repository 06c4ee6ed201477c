import Engines
import Ledger
import Values

extension Books {
  /// Leaves out or refuses a file's row that repeats what an earlier file did to a user, if somebody has undone
  /// that by hand since. Users whom the policy locks out are unlocked as often as it does.
  func leaveTakenBack(
    _ event: UserEvent, _ before: Row<User>, to after: Row<User>
  ) throws(RuleError) -> Effect? {
    guard repeats.isOfFile, before[User.lockedBy] != .policy else { return nil }
    let (from, to) = (before[User.status], after[User.status])
    var test = User.status.isJournaled(to, in: "r.after")
    // Other events bring about a status that a user may have for many reasons.
    if ![UserEvent.lock, .suspend, .deactivate].contains(event) {
      test += " AND " + User.status.isJournaled(from, in: "r.before")
    }
    guard let day = try dayOfFile(changing: User.self, before[User.id], where: test) else {
      return nil
    }
    return try leaveEnded(
      "user \(before[User.email]), whom a file made \(to.rawValue) on \(day) and who is "
        + "\(from.rawValue) again",
      field: "email", expected: "a user whose status was not changed back since")
  }
}
