import Accounts

extension AddLocation: ShownOperation {
  static let summary = "Add a service location"
  static let discussion = """
    The route and sequence set the order in which meters are read; the cycle sets when bills are \
    made.
    """
  static let examples = [
    "location add 9100 --address \"12 Mill Lane\" --unit 4 --route 07 --sequence 120 --cycle 2"
  ]
}

extension SetLocation: ShownOperation {
  static let summary = "Change a service location's address, route, sequence or cycle"
  static let discussion = """
    Fields that are not given do not change. To empty a field, name it in --clear. With --from, \
    blank cells of the columns named in --clear empty the field.
    """
  static let examples = ["location set 1000001 --route 08 --clear sequence"]
}
