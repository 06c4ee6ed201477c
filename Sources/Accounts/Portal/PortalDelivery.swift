/// A citizen sets how the bills are delivered.
public struct PortalDelivery: Operation {
  public static let name = OperationName("portal", "delivery")
  public static let summary = "Set how bills are delivered, as a citizen"
  public static let discussion = """
    For an account that the user is linked to, while the linked customer answers for it. Without \
    an address the last one holds, or else the one that the user signs in with.
    """
  public static let examples = ["portal delivery 2000007 email --session-file session.txt"]
  public static let fields = [
    DeliveryFields.account.info, DeliveryFields.method.info, DeliveryFields.email.info,
    DeliveryFields.on.info, PortalLink.session.info,
  ]
  let choice: DeliveryChoice
  let session: PortalToken

  public init(_ input: Input) throws(Rejection) {
    choice = try DeliveryChoice(input)
    session = try input.require(PortalLink.session)
  }

  public func apply(to books: Books) throws(Stop) -> Effect {
    let user = try books.signedIn(session)
    try books.requireSight(of: choice.account, by: user)
    return try choice.apply(to: books, own: user[User.email])
  }
}
