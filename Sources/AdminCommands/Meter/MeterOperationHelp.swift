import Accounts

extension AddMeter: ShownOperation {
  static let summary = "Add a meter"
  static let discussion =
    "The meter is not installed yet: use `service start`, `meter install` or `meter exchange`."
  static let examples = [
    "meter add 60900001 --dials 6 --size 5/8 --mxu 70900001",
    "meter add 60900002 --service WATER --unit CCF --dials 4 --multiplier 10",
  ]
}

extension SetMeter: ShownOperation {
  static let summary = "Change a meter's size or radio (MXU)"
  static let discussion = """
    Fields that are not given do not change. To empty a field, use --clear. What a meter \
    counts never changes: for another unit, register or multiplier, add a meter and use `meter \
    exchange`.
    """
  static let examples = [
    "meter set 60000011 --mxu 70900001", "meter set 60000011 --size 5/8 --clear mxu",
  ]
}

extension InstallMeter: ShownOperation {
  static let summary = "Install a meter in an active service, also next to other meters"
  static let discussion = """
    The meter is installed in the account's service of the type that it measures. A service may have \
    several meters, such as a large and a small one side by side: each is read separately, and their \
    usage is added up. To remove one, use `meter remove`; to replace one, `meter exchange`.
    """
  static let examples = [
    "meter add 60900001 --dials 6",
    "meter install 60900001 2000001 --on 2026-11-04 --reading 0",
  ]
}

extension ExchangeMeter: ShownOperation {
  static let summary = "Replace a meter with a new one"
  static let discussion = """
    The new meter replaces the old one in its service on that day. The closing reading ends the \
    old meter's consumption; the new meter counts from the opening reading.
    """
  static let examples = [
    "meter add 60900001 --dials 6",
    "meter exchange 60000011 --new 60900001 --on 2026-11-04 --reading 381250 --new-reading 0",
  ]
}

extension RemoveMeter: ShownOperation {
  static let summary = "Remove a meter from its service"
  static let discussion = """
    The service continues without a meter. To end the service, use `service stop`, which also \
    removes the meter.
    """
  static let examples = ["meter remove 60000011 --on 2026-11-04 --reading 381250"]
}
