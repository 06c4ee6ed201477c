import Accounts

extension OpenAccount: ShownOperation {
  static let summary = "Open an account at a service location for a customer"
  static let discussion = """
    Without an account number, the next free one is assigned and printed. An account stays with \
    its location: a closed account is reopened, with the same number, for the next customer. \
    When one customer follows another without a gap, use `account move`.
    """
  static let repetition =
    "With an account number, running it again changes nothing; without one, it opens another "
    + "account."
  static let examples = [
    "account open --cid 100001 --location 1000001 --on 2026-11-15 --role tenant"
  ]
}

extension SetAccount: ShownOperation {
  static let summary =
    "Change the responsible customers of an account, or correct its location"
  static let discussion = """
    With --cid, --role and --on, the customer is responsible for the account from that day on, \
    in addition to those already responsible. With --until, the customer's responsibility ends on \
    that day. When one customer moves out and another moves in, use `account move`.
    """
  static let examples = [
    "account set 2000001 --cid 100005 --role payer --on 2026-11-01",
    "account set 2000001 --cid 100005 --role payer --until 2026-12-01",
  ]
}

extension CloseAccount: ShownOperation {
  static let summary = "Close an account and stop its services"
  static let discussion = """
    Stops every service of the account on that day and cancels starts that are still pending. \
    With --reading, the account's only metered service gets a final read. To change a closing date that \
    is still in the future, close the account again with the new date.
    """
  static let examples = ["account close 2000001 --on 2026-11-30 --reason \"moved out\""]
}

extension MoveAccount: ShownOperation {
  static let summary = "Move one customer out of an account and another one in"
  static let discussion = """
    On that day, the new customer replaces the customer who leaves, in the same role. If more than one \
    could leave, the command lists them and asks for --role or --leaving. Every active service stops \
    for the old customer and starts for the new one, with the same meters.

    - --role: only customers with that role leave; the others stay.
    - --reading: the account's only metered service gets a final and an initial read.
    - --forward-address: where the last bill goes.
    - --transfer-balance: the balance moves to the customer's next account, as a bill for each due date, \
    which stays the same: what is past due stays past due. It leaves out what payments on record for later \
    days will pay, such as drafts at the bank.
    - --keep yes: the balance stays on this account.

    Charges for days before the move, and any balance still owed, stay with the customer who leaves; so \
    do payments of that customer's bills that were posted before the move is entered.
    """
  static let examples = [
    "account move 2000001 --cid 100005 --on 2026-11-20",
    "account move 2000002 --cid 100006 --on 2026-11-20 "
      + "--forward-address \"12 Elm St, Ames, IA 50010\"",
  ]
}
