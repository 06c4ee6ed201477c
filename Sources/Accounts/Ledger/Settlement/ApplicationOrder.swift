import Engines
import Values

extension Row<PaymentApplication> {
  /// Whether it holds to this day.
  var stands: Bool {
    self[PaymentApplication.toOn] == nil && self[PaymentApplication.amount] > .zero
  }

  func isOlder(than other: Row<PaymentApplication>) -> Bool {
    (
      self[PaymentApplication.postedOn], self[PaymentApplication.payment] ?? 0,
      self[PaymentApplication.number]
    )
      < (
        other[PaymentApplication.postedOn], other[PaymentApplication.payment] ?? 0,
        other[PaymentApplication.number]
      )
  }
}
