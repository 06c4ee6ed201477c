import Accounts

extension AddBill: ShownOperation {
  static let summary = "Add a bill, or a line to a bill"
  static let discussion = """
    Another row with the same bill number adds a line to that bill. A row that is already on record \
    changes nothing; identical rows in one file are separate lines. A line for the same service and \
    period as a recorded one, but with another amount, is refused: it may be a correction, which is \
    entered as a line with the difference. A bill number belongs to one account, and all its lines \
    share the bill date and the due date. Without --due, the setting bill.due-days sets the due date. \
    A negative amount is a credit. A line for a stopped service that includes its last day makes it \
    final_billed from the date of the bill on.
    """
  static let examples = [
    "bill add B-1001 2000001 --on 2026-11-02 --due 2026-11-23 --service WATER --amount 41.80",
    "bill add B-1001 2000001 --service SEWER --amount 28.15",
    "bill add --from bills.csv --keep-going --rejects rejected.csv",
  ]
}

extension VoidBill: ShownOperation {
  static let summary = "Void a bill issued in error"
  static let discussion = """
    The bill stays on record and is not owed from today on. Payments on it go to the customer's \
    other bills or become credit. Lists and reports as of an earlier day still show it. To cancel \
    one line, add a line with a negative amount. Voiding one of the bills of a transferred balance \
    voids all of them: the balance is owed on the old account again. This needs confirmation, at the terminal, \
    with --yes or with --accept unusual, and so does voiding a bill whose balance was transferred and \
    stays owed on the other account. A draft of the bill in a file for the bank cannot be recalled: a note names \
    the file and the payment.
    """
  static let examples = [
    "bill add B-1001 2000001 --amount 69.95", "bill void B-1001 --reason \"billed twice\"",
  ]
}
