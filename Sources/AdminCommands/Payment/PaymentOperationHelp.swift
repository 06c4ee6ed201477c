import Accounts

extension PostPayment: ShownOperation {
  static let summary = "Post a payment to an account"
  static let discussion = """
    With --bill, the payment is applied to that bill. Any excess, and every payment without a bill, is \
    applied to what the customers responsible for the account on that day owe, oldest due amounts \
    first; the rest is credit toward later bills. With --cid, it pays that customer's bills, for \
    example when a customer who moved out pays the final bill. The payment number is printed. A \
    reference (check number, bank trace) identifies the payment, so the same one is not posted twice; \
    a file that has it twice for an account and day is refused.
    """
  static let repetition =
    "Running it again posts another payment, unless it has the same reference."
  static let examples = [
    "payment post 2000001 --amount 40 --method check --reference 1088",
    "bill add B-1001 2000001 --amount 69.95", "payment post 2000001 --bill B-1001 --amount 69.95",
  ]
}

extension ReversePayment: ShownOperation {
  static let summary = "Reverse a payment, e.g. a check that bounced"
  static let discussion = """
    The payment no longer counts from that day on, but stays on record with the reason. The amount it \
    had paid is open again, unless other payments on the account cover it. A draft that is at the bank needs \
    confirmation, and its account's automatic payments are put on hold: the file cannot be recalled. What \
    the bank returns is reversed by `eft returns`.
    """
  static let examples = [
    "payment post 2000001 --amount 40 --method check",
    "payment reverse 1 --reason \"check returned unpaid\"",
  ]
}

extension MovePayment: ShownOperation {
  static let summary = "Move a payment that was posted to the wrong account"
  static let discussion = """
    The payment keeps its number, date, amount and reference. Both accounts then look as if it had been \
    posted to the correct one from the start.
    """
  static let examples = [
    "payment post 2000001 --amount 40 --method check --reference 1088",
    "payment move 1 --to 2000002 --reason \"posted to the wrong account\"",
  ]
}
