package import Ledger
import Rules
package import Values

/// A citizen sets how the bills are delivered.
package struct PortalDelivery: Operation {
  package static let name = OperationName("portal", "delivery")
  package static let leastRole = Role.clerk
  package static let writes = [TableWrite].deliveries
  package static let fields = [
    DeliveryFields.account.info, DeliveryFields.method.info, DeliveryFields.email.info,
    DeliveryFields.on.info, PortalLink.session.info,
  ]
  let choice: DeliveryChoice
  let session: PortalToken

  package init(_ input: Input) throws(Rejection) {
    choice = try DeliveryChoice(input)
    session = try input.require(PortalLink.session)
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let user = try books.signedIn(session)
    try books.requireSight(of: choice.account, by: user, on: choice.on)
    return try choice.apply(to: books, own: user[User.email])
  }
}
