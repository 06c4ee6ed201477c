import Accounts

extension AddServiceType: ShownOperation {
  static let summary = "Add a service type"
  static let discussion =
    "A service type is not metered unless --metered yes is given. A metered type needs a unit."
  static let examples = [
    "service-type add 3000 --name IRRIGATION --metered yes --unit GAL",
    "service-type add TRASH --name \"TRASH CART\"",
  ]
}

extension SetServiceType: ShownOperation {
  static let summary = "Change a service type's name, unit, or whether it is metered"
  static let discussion =
    "Existing meters keep their unit. A type stays metered as long as it has meters."
  static let examples = [
    "service-type set MXU --name \"MXU RADIO\"", "service-type set WATER --unit CCF",
  ]
}
