import Values

/// A bill; its lines are in the block next to it.
struct DemoBill {
  let number: Int
  let account: Int
  let on: CivilDate
  let due: CivilDate
  /// Cents.
  let total: Int64
}

/// One amount of a bill.
struct DemoBillLine {
  let bill: Int
  let number: Int64
  let code: String
  let from: CivilDate
  /// The last day of the period.
  let to: CivilDate
  let cents: Int64
}

/// A payment.
struct DemoPayment {
  var id: Int64 = 0
  let account: Int
  /// Nil if the payer did not name a bill.
  let bill: Int?
  let on: CivilDate
  let cents: Int64
  let method: PaymentMethod
  var reference: Int?
  var reversedOn: CivilDate?
}

/// The sample city's rates, in cents.
enum DemoTariff {
  static let radio: Int64 = 125

  /// A base charge by meter size, plus a charge per gallon.
  static func water(_ size: String, gallons: Int64, days: Int) -> Int64 {
    let base: Int64 =
      switch size {
      case "3/4": 1490
      case "1": 2260
      case "1 1/2": 4100
      case "2": 6350
      case "3": 11_800
      default: 1140
      }
    return share(of: base, days) + quantity(gallons)
  }

  static func sewer(gallons: Int64, days: Int) -> Int64 {
    share(of: 820, days) + (quantity(gallons) * 9 + 5) / 10
  }

  /// 4.35 for a thousand gallons, and 5.10 from the sixth on.
  private static func quantity(_ gallons: Int64) -> Int64 {
    (gallons * 435 + max(gallons - 5000, 0) * 75 + 500) / 1000
  }

  /// The monthly charge is prorated when a customer moves in or out within the month.
  private static func share(of base: Int64, _ days: Int) -> Int64 {
    base * Int64(min(days, 30)) / 30
  }
}
