package import Accounts

extension UsageEstimate {
  /// From a list of periods, written without SQL.
  /// - Parameter dropsExtremes: leaves out the highest and the lowest use, where there are three
  ///   periods or more.
  package init?(_ periods: [(use: Int64, days: Int)], dropsExtremes: Bool = false) {
    var periods = periods
    if dropsExtremes, periods.count >= 3 {
      periods.sort { ($0.use, $0.days) < ($1.use, $1.days) }
      periods = Array(periods.dropFirst().dropLast())
    }
    self.init(
      use: periods.reduce(0) { $0 + $1.use }, days: periods.reduce(0) { $0 + Int64($1.days) })
  }
}
