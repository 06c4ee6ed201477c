import Engines
import Values

extension Row<PaymentApplication> {
  /// Whether it holds to this day.
  var stands: Bool {
    self[PaymentApplication.toOn] == nil && self[PaymentApplication.amount] > .zero
  }

  /// By the money that they are part of, as its event stands among the account's.
  func isOlder(than other: Row<PaymentApplication>) -> Bool {
    (
      self[PaymentApplication.postedOn], self[PaymentApplication.payment] ?? 0,
      self[PaymentApplication.creditBill]?.text ?? ""
    )
      < (
        other[PaymentApplication.postedOn], other[PaymentApplication.payment] ?? 0,
        other[PaymentApplication.creditBill]?.text ?? ""
      )
  }
}
