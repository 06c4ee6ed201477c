import Accounts

extension StartService: ShownOperation {
  static let summary = "Start a service on an account"
  static let discussion = """
    The start date may be in the future: the service becomes active automatically. With --meter, the \
    meter is installed on that day; with --reading, it gets an initial read. If a metered \
    service already started on that day without a meter, the meter is added to it.
    """
  static let examples = [
    "service-type add TRASH --name \"TRASH CART\"",
    "service start 2000001 TRASH --on 2026-11-15",
  ]
}

extension StopService: ShownOperation {
  static let summary = "Stop a service"
  static let discussion = """
    The date is the first day without the service and may be in the future. The meter is removed \
    on that day; with --reading, it gets a final read. If the service already has a stop date, \
    the date changes, unless reads conflict with it. --meter is a check: if another meter is in the \
    service, nothing is changed.
    """
  static let examples = [
    "service stop 2000001 WATER --on 2026-11-20 --reason \"moved out\""
  ]
}

extension TransferService: ShownOperation {
  static let summary = "Stop a service on one account and start it on another"
  static let discussion = """
    Both happen on the same day, with the same meter and class. With --reading, the meter gets a \
    final read on the old account and an initial read on the new one.
    """
  static let examples = [
    "service stop 2000002 MXU --on 2026-11-20",
    "service transfer 2000001 MXU --to 2000002 --on 2026-11-20",
  ]
}

extension SuspendService: ShownOperation {
  static let summary = "Turn a service off temporarily, without stopping it"
  static let discussion = """
    With --reading, the meter gets a disconnect read. To turn the service on again, use `service \
    resume`.
    """
  static let examples = [
    "service suspend 2000001 WATER --on 2026-11-20 --reason \"unpaid bill\""
  ]
}

extension ResumeService: ShownOperation {
  static let summary = "Turn a suspended service on again"
  static let discussion =
    "With --reading, the meter gets a reconnect read. A date set earlier is replaced."
  static let examples = [
    "service suspend 2000001 WATER --on 2026-11-20",
    "service resume 2000001 WATER --on 2026-11-25",
  ]
}

extension CancelService: ShownOperation {
  static let summary = "Cancel a pending start, or with --stop yes a pending stop"
  static let discussion = """
    A service that has started cannot be canceled: stop it, or use `change undo` if it was \
    entered by mistake.
    """
  static let examples = [
    "service stop 2000001 WATER --on +1m",
    "service cancel 2000001 WATER --stop yes",
    "service stop 2000001 MXU --on 2026-11-15",
    "service start 2000001 MXU --on +1m",
    "service cancel 2000001 MXU --reason \"entered twice\"",
  ]
}

extension SetService: ShownOperation {
  static let summary = "Change the class of a service"
  static let discussion = """
    The class tells residential from commercial use, and so on, in `report consumption --by class`. \
    If the service ran more than once, the last one is changed. A service that starts again on the \
    account keeps its class.
    """
  static let examples = [
    "service set 2000001 WATER --class residential", "service set 2000001 WATER --clear class",
  ]
}
