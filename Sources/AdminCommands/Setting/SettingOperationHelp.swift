import Accounts

extension SetSetting: ShownOperation {
  static let summary = "Change a setting of the store"
  static let discussion =
    "A setting applies to everyone who uses the store. To see all settings, use `setting list`."
  static let examples = [
    "setting set time-zone America/Chicago", "setting set city \"Cedar Falls\"",
  ]
}
