import Accounts

extension SetDelivery: ShownOperation {
  static let summary = "Set how an account's bills are delivered"
  static let discussion = """
    A preference with a future date is pending until that day; setting another one replaces it. \
    It ends when another customer moves in. Users linked to the account, by a customer who is \
    responsible on that day, are notified by e-mail. If the setting delivery.shut-off-on-paper is \
    yes, shut-off notices still go on paper. A file row with a preference that has since ended is \
    refused unless --skip-known or --again is given.
    """
  static let examples = [
    "delivery set 2000001 email --email pat@example.com", "delivery set 2000001 both",
    "delivery set 2000001 mail --on 2026-12-01", "delivery set --from preferences.csv --dry-run",
  ]
}

extension RecordBounce: ShownOperation {
  static let summary = "Record that an e-mailed bill bounced"
  static let discussion = """
    Give the account, the address, or both. An address alone applies to every account whose \
    bills went there on that day. After as many bounces as the setting delivery.max-bounces \
    allows, bills go by mail from today on, and the linked users are notified. A hard bounce (the \
    address does not exist) has this effect immediately. Recording the same address, day and code again \
    changes nothing, so a mail provider's file can be imported twice; it must give the day of each bounce. \
    A file is refused if many of its rows are already recorded one day earlier or later.
    """
  static let examples = [
    "delivery set 2000001 email --email pat@example.com",
    "delivery bounce 2000001 --code 4.2.2", "delivery bounce --email pat@example.com --type hard",
    "delivery bounce --from bounces.csv --map Recipient=email --map Date=on --map Status=code",
  ]
}
