import Accounts

/// Says in a clerk's words what changes of users, links, requests, notes and the portal's texts mean.
struct CitizenPhrases {
  let store: Store
  /// A cell as it may be seen.
  let shown: (Datum, ColumnInfo) -> String

  /// Nil if the columns say it well enough.
  func phrase(of change: RowChange) -> String? {
    switch change.table.name {
    case User.table.name: user(change)
    case Link.table.name: link(change)
    case PortalIdentity.table.name: identity(change)
    case PortalSession.table.name: session(change)
    case Request.table.name: request(change)
    case RequestMessage.table.name: message(change)
    case DeliveryEvent.table.name: event(change)
    case Note.table.name: note(change)
    case StoredSetting.table.name: setting(change)
    case Announcement.table.name: announcement(change)
    default: nil
    }
  }

  private func user(_ change: RowChange) -> String? {
    guard let values = change.after else { return nil }
    let row = Row<User>(values: values)
    guard let old = change.before.map(Row<User>.init) else {
      let email = shown(values[User.email.index], User.email.info)
      return "new user \(email): \(row[User.firstName]) \(row[User.lastName]), "
        + row[User.status].rawValue
    }
    let kept = [
      User.statusSince.info, User.lockedBy.info, User.failedAttempts.info, User.suspendedFrom.info,
    ]
    let email = "user \(row[User.email])"
    if old[User.status] != row[User.status] {
      guard !change.changes(besides: kept + [User.status.info, User.activatedAt.info]) else {
        return nil
      }
      return "\(email) is \(row[User.status].rawValue), was \(old[User.status].rawValue)"
    }
    guard !change.changes(besides: kept) else { return nil }
    let wrong = row[User.failedAttempts]
    return "\(email) has \(wrong.counted("wrong password")), had \(old[User.failedAttempts])"
  }

  private func link(_ change: RowChange) -> String? {
    guard let row = change.after.map(Row<Link>.init) else { return nil }
    let (user, account) = (self.user(row[Link.user]), row[Link.account])
    guard let old = change.before.map(Row<Link>.init) else {
      return "\(user) can see account \(account) as customer \(row[Link.cid])"
    }
    if old[Link.removedOn] == nil, let day = row[Link.removedOn] {
      return "\(user) can no longer see account \(account) from \(day)"
    }
    guard old[Link.cid] != row[Link.cid] else { return nil }
    return "\(user) sees account \(account) as customer \(row[Link.cid]), not as \(old[Link.cid])"
  }

  private func identity(_ change: RowChange) -> String? {
    guard let row = change.after.map(Row<PortalIdentity>.init) else { return nil }
    let way = "\(user(row[PortalIdentity.user])) signs in with"
    let provider = row[PortalIdentity.provider].rawValue
    guard let old = change.before.map(Row<PortalIdentity>.init) else { return "\(way) \(provider)" }
    if old[PortalIdentity.endedAt] == nil, row[PortalIdentity.endedAt] != nil {
      return "\(way) \(provider) no longer"
    }
    return "\(way) another \(provider)"
  }

  private func session(_ change: RowChange) -> String? {
    guard change.before != nil, let row = change.after.map(Row<PortalSession>.init),
      row[PortalSession.endedAt] != nil
    else { return nil }
    return "\(user(row[PortalSession.user])): a session ends"
  }

  private func request(_ change: RowChange) -> String? {
    guard let values = change.after else { return nil }
    let row = Row<Request>(values: values)
    let lead = "request \(row[Request.id]), \(row[Request.subject]),"
    guard let old = change.before.map(Row<Request>.init) else {
      let from = values[Request.email.index]
      let sender = from.isNull ? "" : " from \(shown(from, Request.email.info))"
      return "\(lead) is added\(sender)"
    }
    var parts: [String] = []
    if old[Request.status] != row[Request.status] {
      parts.append("is \(row[Request.status].rawValue), was \(old[Request.status].rawValue)")
    }
    if old[Request.assignee] != row[Request.assignee], let name = row[Request.assignee] {
      parts.append("goes to \(name)")
    }
    guard !parts.isEmpty else { return nil }
    return "\(lead) \(parts.joined(separator: ", and "))"
      + (row[Request.closeReason].map { "; reason: \($0)" } ?? "")
  }

  private func message(_ change: RowChange) -> String? {
    guard change.before == nil, let values = change.after else { return nil }
    let row = Row<RequestMessage>(values: values)
    let text = shown(values[RequestMessage.text.index], RequestMessage.text.info)
    return "\(row[RequestMessage.sender].rawValue) writes to request "
      + "\(row[RequestMessage.request]): \(text)"
  }

  private func event(_ change: RowChange) -> String? {
    guard change.before == nil, let values = change.after else { return nil }
    let row = Row<DeliveryEvent>(values: values)
    let account = row[DeliveryEvent.account]
    guard row[DeliveryEvent.kind] == .bounce else {
      return "bill delivery for account \(account): \(row[DeliveryEvent.kind].rawValue)"
    }
    let email = shown(values[DeliveryEvent.email.index], DeliveryEvent.email.info)
    let code = row[DeliveryEvent.code].map { " (\($0))" } ?? ""
    return "a bill for account \(account) to \(email) bounced on \(row[DeliveryEvent.on])\(code)"
  }

  private func note(_ change: RowChange) -> String? {
    guard change.before == nil, let values = change.after else { return nil }
    let row = Row<Note>(values: values)
    let record =
      row[Note.kind] == .user
      ? user(Int64(row[Note.key]) ?? 0) : "\(row[Note.kind].rawValue) \(row[Note.key])"
    return "note on \(record): \(shown(values[Note.text.index], Note.text.info))"
  }

  private func setting(_ change: RowChange) -> String? {
    guard let row = change.after.map(Row<StoredSetting>.init) else { return nil }
    let name = row[StoredSetting.name]
    // One that was never set has its standard value.
    let old =
      change.before.map { Row<StoredSetting>(values: $0)[StoredSetting.value] }
      ?? Setting(rawValue: name)?.standard ?? ""
    guard !old.isEmpty else { return "setting \(name) becomes \(row[StoredSetting.value])" }
    return "setting \(name) changes from \(old) to \(row[StoredSetting.value])"
  }

  private func announcement(_ change: RowChange) -> String? {
    guard let old = change.before.map(Row<Announcement>.init),
      let row = change.after.map(Row<Announcement>.init),
      old[Announcement.retiredOn] != row[Announcement.retiredOn],
      !change.changes(besides: [Announcement.retiredOn.info])
    else { return nil }
    let lead = "announcement \(row[Announcement.id]), \(row[Announcement.title]),"
    return row[Announcement.retiredOn].map { "\(lead) is not shown from \($0) on" }
      ?? "\(lead) is no longer retired"
  }

  /// `user pat@example.com`; one that the same change makes is not there yet.
  private func user(_ number: Int64) -> String {
    var email: String?
    try? store.each(
      sql: "SELECT email FROM portal_user WHERE portal_user = ?", [.integer(number)]
    ) { row in
      email = String(decoding: row.text(0), as: UTF8.self)
      return false
    }
    return email.map { "user \($0)" } ?? "the new user"
  }
}
