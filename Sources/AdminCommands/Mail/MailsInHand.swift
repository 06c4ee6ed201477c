import Accounts

extension CommandContext {
  /// Mails that a run has begun to send a short while ago may still be its business; they are not sent again yet.
  func noteMailsInHand(of store: Store) throws {
    let hand = try store.mailsInHand()
    guard hand.count > 0, let free = hand.free else { return }
    // The whole minute after it.
    let second = store.settings.zone.local(Timestamp(seconds: free.seconds + 60)).second
    say(
      "note: \(hand.count.counted("mail")) of the last \(MailRetryPolicy.minutesInHand) minutes "
        + (hand.count == 1 ? "is" : "are")
        + " being sent, or got no answer; if no run is sending, `ubadmin mail send --again` sends "
        + (hand.count == 1 ? "it" : "them") + " from \(Timestamp.clock(second).prefix(5)) on")
  }
}
