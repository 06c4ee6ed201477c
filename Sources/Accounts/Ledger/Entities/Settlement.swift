package import Engines
package import Values

/// What one customer owes of a bill. It follows from the bill, its lines and who was responsible.
package enum BillShare: Entity {
  package static let bill = Column<BillShare, BillNumber>(0, "bill")
  package static let number = Column<BillShare, Int64>(1, "number")
  package static let account = Column<BillShare, AccountNumber>(2, "account")
  package static let cid = Column<BillShare, CustomerID?>(3, "cid")
  /// The first day of the customer's part of the bill's period.
  package static let fromOn = Column<BillShare, CivilDate>(4, "from_on")
  package static let billedOn = Column<BillShare, CivilDate>(5, "billed_on")
  package static let dueOn = Column<BillShare, CivilDate>(6, "due_on")
  package static let amount = Column<BillShare, Money>(7, "amount")
  /// What no payment is applied to, whatever the day; zero for an amount that the city owes, and where the
  /// bill is void.
  package static let open = Column<BillShare, Money>(8, "open")
  /// The day on which the bill was voided: the first on which it is not owed.
  package static let toOn = Column<BillShare, CivilDate?>(9, "to_on")

  package static let table = Table(
    "bill_share", keyCount: 2,
    [
      bill.info, number.info, account.info, cid.info, fromOn.info, billedOn.info, dueOn.info,
      amount.info, open.info, toOn.info,
    ])
}

/// An amount of a payment for the days on which it pays a bill, or is credit. The amounts of one
/// payment add up to it on every day from its posting to its reversal.
package enum PaymentApplication: Entity {
  package static let account = Column<PaymentApplication, AccountNumber>(0, "account")
  package static let number = Column<PaymentApplication, Int64>(1, "number")
  package static let payment = Column<PaymentApplication, Int64?>(2, "payment")
  /// The bill whose amount below zero pays, where no payment does.
  package static let creditBill = Column<PaymentApplication, BillNumber?>(3, "credit_bill")
  /// The bill that is paid; nil is credit.
  package static let bill = Column<PaymentApplication, BillNumber?>(4, "bill")
  package static let share = Column<PaymentApplication, Int64?>(5, "share")
  /// The customer who owes the bill, or has the credit.
  package static let cid = Column<PaymentApplication, CustomerID?>(6, "cid")
  package static let amount = Column<PaymentApplication, Money>(7, "amount")
  package static let rule = Column<PaymentApplication, ApplicationRule>(8, "rule")
  /// The posting day of the payment, or the date of the bill that pays.
  package static let postedOn = Column<PaymentApplication, CivilDate>(9, "posted_on")
  package static let fromOn = Column<PaymentApplication, CivilDate>(10, "from_on")
  /// The first day on which the amount is applied elsewhere, or reversed.
  package static let toOn = Column<PaymentApplication, CivilDate?>(11, "to_on")

  package static let table = Table(
    "payment_application", keyCount: 2,
    [
      account.info, number.info, payment.info, creditBill.info, bill.info, share.info, cid.info,
      amount.info, rule.info, postedOn.info, fromOn.info, toOn.info,
    ])
}

/// The last event up to which an account is settled, so that later ones can be added.
package enum SettledAccount: Entity {
  package static let account = Column<SettledAccount, AccountNumber>(0, "account")
  package static let lastOn = Column<SettledAccount, CivilDate>(1, "last_on")
  package static let lastRank = Column<SettledAccount, Int64>(2, "last_rank")
  package static let lastKey = Column<SettledAccount, String>(3, "last_key")
  /// The greatest number of its applications.
  package static let applications = Column<SettledAccount, Int64>(4, "applications")

  package static let table = Table(
    "settled_account",
    [account.info, lastOn.info, lastRank.info, lastKey.info, applications.info])
}
