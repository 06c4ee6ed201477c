import Accounts

extension AddRead: ShownOperation {
  static let summary = "Record a meter read, by register reading or consumption"
  static let discussion = """
    Consumption is the difference from the previous reading times the meter's multiplier. If the \
    source states a consumption, that figure is used, from --from or from the previous read. A \
    read may be entered late: the periods around it are recalculated. If an actual read is lower \
    than the estimates before it, they are re-estimated. A control read only checks. Repeating a \
    read changes nothing; a different read for the same day and reason is refused. A file row \
    with the values of a voided read is refused unless --skip-known or --again is given.
    """
  static let examples = [
    "read add 60000011 --on 2026-11-04 --reading 381250",
    "read add 60000021 --on 2026-11-04 --consumption 4200 --kind customer",
    "read add --from reads.csv --dry-run",
  ]
}

extension VoidRead: ShownOperation {
  static let summary = "Void a wrong read; it stays on record"
  static let discussion = """
    The periods before and after the read become one again. Estimates that were re-estimated \
    because of the read are restored.
    """
  static let examples = ["read void 60000011 --on 2026-10-05 --reason \"wrong meter\""]
}
