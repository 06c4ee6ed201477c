import Values

/// What a return code of the bank means for the enrollment and for the draft's money. Source: Nacha
/// Operating Rules, Appendix Four (return entries, table of return reason codes; dishonored returns
/// R61-R70; contested and corrected dishonored returns R71-R77) and Article Three, Section 3.8 (time
/// limits of returns); Article Two on reinitiation: a debit goes at most twice more, and only where
/// money was wanting.
struct EFTReturnCode {
  enum Kind {
    /// Not enough money: the draft is presented again.
    case retried
    /// Drafts stop until the details, or what the bank objects to, are right.
    case stopped
    /// The authorization is withdrawn, denied or ended by death: nothing may be drafted under it again.
    case revoked
    /// Our bank sent the return back: the draft's money is ours.
    case dishonored
    /// The customer's bank insists on its return.
    case contested
  }

  /// The first presentation and two more.
  static let greatestAttempt: Int64 = 3

  let text: String
  private let number: Int

  /// Nil if it is not R and two digits from 01 to 85, the last that is assigned.
  init?(_ text: String) {
    guard text.utf8.count == 3, text.first == "R", text.dropFirst().utf8.allSatisfy(isDigit),
      let number = Int(text.dropFirst()), (1...85).contains(number)
    else { return nil }
    self.text = text
    self.number = number
  }

  var kind: Kind {
    switch number {
    case 1, 9: .retried
    case 5, 7, 10, 14, 15, 29: .revoked
    case 61...70: .dishonored
    case 71...77: .contested
    default: .stopped
    }
  }

  func event(attempt: Int64) -> EFTEvent {
    switch kind {
    case .retried where attempt < Self.greatestAttempt: .retryReturn
    case .revoked: .revocation
    default: .stopReturn
    }
  }

  /// `R01, insufficient funds`
  var phrase: String { text + (Self.meanings[number].map { ", \($0)" } ?? "") }

  /// The last day on which the bank may return by this code what settled on a day: the second banking
  /// day; for a consumer's debit that was not authorized or not as authorized, the banking day after
  /// the sixtieth day. Nil if another bank's consent sets the time.
  func deadline(settledOn day: CivilDate) -> CivilDate? {
    switch number {
    case 6, 31: nil
    case 5, 7, 10, 11, 33, 37, 38, 51, 52, 53: day.adding(days: 60).addingBankingDays(1)
    default: day.addingBankingDays(2)
    }
  }

  /// What remains to be done by hand, beyond new bank details.
  func byHand(_ account: String, _ cid: String, isOrganization: Bool) -> String? {
    switch number {
    case 5 where isOrganization:
      "the bank account is a consumer's: run "
        + "\(run: "customer set", cid, options: ["kind": "person"]), and ask for a new "
        + "authorization"
    case 5, 7, 10, 29:
      "nothing is drafted without a new authorization; enroll it then with "
        + "`eft enroll \(word: account)`"
    case 11:
      "the draft was not as authorized: see `eft show \(word: account)`, resolve it with the "
        + "customer, and go on with `eft enroll \(word: account)`"
    default: nil
    }
  }

  /// The codes that a clerk meets.
  private static let meanings: [Int: String] = [
    1: "insufficient funds", 2: "account closed", 3: "no account, or not this name's",
    4: "invalid account number", 5: "unauthorized debit to a consumer's account",
    6: "returned at the ODFI's request", 7: "authorization revoked", 8: "payment stopped",
    9: "uncollected funds", 10: "customer advises not authorized",
    11: "customer advises not as authorized", 12: "branch sold", 13: "invalid routing number",
    14: "representative payee deceased", 15: "account holder deceased", 16: "account frozen",
    17: "file record edit criteria", 20: "not a transaction account",
    23: "credit refused by receiver", 24: "duplicate entry",
    29: "corporate customer advises not authorized", 31: "permissible return",
    61: "dishonored: misrouted return", 62: "dishonored: erroneous or reversing debit",
    67: "dishonored: duplicate return", 68: "dishonored: untimely return",
    69: "dishonored: field errors", 70: "dishonored: return not accepted or not requested",
    71: "contested: misrouted dishonored return", 72: "contested: untimely dishonored return",
    73: "contested: timely original return", 74: "corrected return",
    75: "contested: return is no duplicate", 76: "contested: no errors found",
    77: "contested: R62 is not accepted",
  ]
}
