import Accounts

/// Accounts by bill delivery.
enum DeliveryCounts: Question {
  static let name = "delivery"
  static let group = QuestionGroup.portal
  static let about = "Number of accounts by bill delivery method, route or cycle"
  static let formula = "Counts the accounts that are open on the day."
  static let parameters = [
    QuestionParameter(
      "by", .choice(["method", "route", "cycle"]), "grouping for the count", orElse: "method")
  ]
  static let examples = [
    "report delivery", "report delivery --by route --as-of 2026-06-30 --csv",
  ]
  static func report(_ asked: Asked) -> Report {
    let key: Report.Column =
      switch asked.texts["by"] {
      case "route": .init("route", of: Location.route, "l")
      case "cycle": .init("cycle", of: Location.cycle, "l")
      default: .init("method", Report.deliveryMethod)
      }
    let methods = key.name == "method" ? [] : DeliveryMethod.allCases.map(count)
    return Report(
      name,
      columns: [key, .init("accounts", "COUNT(*)", .integer)] + methods + [
        .init("bounced", CountSQL.rows(where: Report.isBounced), .integer)
      ], from: Report.deliverySource(asked.dialect), sourceArguments: [asked.day.datum],
      where: DeliveryFilter().conditions(), groupBy: [key.sql], orderBy: [key.sql])
  }

  private static func count(_ method: DeliveryMethod) -> Report.Column {
    let isMethod = "\(Report.deliveryMethod) = \(method.sql)"
    return .init(method.rawValue, CountSQL.rows(where: isMethod), .integer)
  }
}
