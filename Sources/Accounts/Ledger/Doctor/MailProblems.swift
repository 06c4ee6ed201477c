import Values

/// Mails that do not reach their users, and links in them that lead nowhere.
extension Diagnosis {
  static func mailStuck(_ now: Timestamp) -> Diagnosis {
    Diagnosis(
      """
      SELECT outbox_message, kind, status, attempts, recipient FROM outbox_message \
      WHERE (status = \(OutboxStatus.sending.sql) AND next_attempt_at < ?) \
      OR (status = \(OutboxStatus.waiting.sql) AND next_attempt_at < ?) ORDER BY outbox_message
      """,
      [
        now.adding(minutes: -MailRetryPolicy.minutesInHand).datum, now.adding(days: -1).datum,
      ]
    ) { row in
      let isInHand = row.word(2) == OutboxStatus.sending.rawValue
      return (
        "mail \(row.integer(0))",
        isInHand
          ? "\(row.word(1)) mail was being sent when a run was interrupted"
          : "\(row.word(1)) mail has waited for more than a day",
        isInHand ? .command("mail send", options: ["again": nil]) : "mail send"
      )
    }
  }

  /// A mail that failed is tried again; one whose link let its reader in was emptied, and a new one is
  /// posted. What has no command for that is listed with the reason.
  static func mailFailed(_ now: Timestamp) -> Diagnosis {
    Diagnosis(
      """
      SELECT o.outbox_message, o.kind, o.attempts, u.email FROM outbox_message o \
      LEFT JOIN portal_user u ON u.portal_user = o.portal_user \
      WHERE o.status = \(OutboxStatus.failed.sql) AND o.posted_at > ? AND NOT EXISTS (SELECT 1 \
      FROM outbox_message n WHERE n.outbox_message > o.outbox_message AND n.kind = o.kind \
      AND n.recipient = o.recipient) AND (o.kind <> \(LetterKind.activation.sql) \
      OR u.status IN \(UserStatus.allCases.filter(\.awaitsActivation).sql)) \
      AND (o.kind <> \(LetterKind.recovery.sql) OR u.status = \(UserStatus.recovery.sql)) \
      ORDER BY o.outbox_message
      """, [now.adding(days: -30).datum]
    ) { row in
      let (kind, attempts, user) = (row.word(1), row.integer(2), row.word(3))
      let fix =
        switch LetterKind(rawValue: kind) {
        case .activation where !user.isEmpty: "user resend \(word: user)"
        case .recovery where !user.isEmpty: "user reset-password \(word: user)"
        // Its text is still there; on a server a viewer may not look at it.
        case .some(let kind) where !kind.holdsSecret:
          "mail retry \(row.integer(0))"
        default:
          String.command(
            "mail list", options: ["status": OutboxStatus.failed.rawValue, "kind": kind])
        }
      return (
        "mail \(row.integer(0))",
        "\(kind) mail failed after \(attempts) attempt\(attempts == 1 ? "" : "s")", fix
      )
    }
  }

  static func portalAddressUnset(_ settings: Settings) -> Diagnosis {
    let address = settings[.portalAddress]
    return Diagnosis("SELECT count(*) FROM portal_user") { row in
      guard address == Setting.portalAddress.standard, row.integer(0) > 0 else { return nil }
      return (
        "setting \(Setting.portalAddress.rawValue)",
        "the portal's address is not set; links in mails begin with \(address)",
        "setting set \(Setting.portalAddress.rawValue) https://portal.example.gov"
      )
    }
  }
}
