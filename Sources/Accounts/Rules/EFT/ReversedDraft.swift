import Engines
import Ledger
import Values

extension Books {
  /// A draft that the bank has not returned: its file cannot be recalled, and the next export would
  /// draft the same bill again. So its reversal by hand is unusual, and puts the account's automatic
  /// payments on hold.
  func stopDrafts(afterReversalOf payment: Row<Payment>) throws(RuleError) -> [String] {
    guard payment[Payment.method] == .eft,
      let entry = try rows(EFTEntry.ofPayment, payment[Payment.payment]).first
    else { return [] }
    let account = payment[Payment.account]
    guard acceptsUnusual else {
      throw .rejected(
        .unusual(
          field: "payment",
          found:
            "payment \(payment[Payment.payment]), which file \(entry[EFTEntry.file]) has drafted; the "
            + "reversal does not recall it",
          expected:
            "a payment that no file has drafted; `eft returns` reverses a draft that the bank returns",
          check: "with the bank that it does not collect this draft"))
    }
    guard let enrollment = try lastEnrollment(of: account),
      EFTLifeCycle.table[enrollment[EFTEnrollment.state]]?[.hold] != nil
    else { return [] }
    try happen(.hold, to: enrollment) {
      $0[EFTEnrollment.reason] = Remark(
        trusted: "payment \(payment[Payment.payment]) was reversed by hand")
    }
    return [
      "automatic payments of account \(account) are on hold, so that the next file does not draft the same "
        + "again; resume them with `eft release \(word: account)`"
    ]
  }
}

extension EFTEntry {
  static let ofPayment = Lookup<EFTEntry>([.equal(payment)], order: [.descending(id)])
}
