import Accounts

extension AddCustomer: ShownOperation {
  static let summary = "Add a customer"
  static let discussion =
    "Without a customer ID, the next free one is assigned and printed."
  static let repetition =
    "With a customer ID, running it again changes nothing; without one, it adds another customer."
  static let examples = [
    "customer add --name \"Juniper Laundry\" --kind organization --city \"Cedar Falls\"",
    "customer add 900200 --first Ana --last Ortiz --phone 512-555-0142",
  ]
}

extension SetCustomer: ShownOperation {
  static let summary = "Change a customer's name, address, phone number or e-mail address"
  static let discussion = """
    Fields that are not given do not change. To empty a field, name it in --clear. With --from, \
    blank cells of the columns named in --clear empty the field.
    """
  static let examples = ["customer set 100001 --phone 512-555-0142 --clear email"]
}

extension MergeCustomer: ShownOperation {
  static let summary = "Merge a duplicate customer into another"
  static let discussion = """
    The customer in --into takes over every account; where both have the same role on an \
    account, the two become one. The merged customer stays on record and refers to the other. \
    The name, address, phone number and e-mail address of the customer in --into do not change.
    """
  static let examples = ["customer merge 100002 --into 100001"]
}
