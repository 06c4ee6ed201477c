/// A citizen decides what way the bills go.
public struct PortalDelivery: Operation {
  public static let name = OperationName("portal", "delivery")
  public static let summary = "Decide what way bills go, as a citizen does"
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
  let session: PortalWord

  public init(_ input: Input) throws(Rejection) {
    choice = try DeliveryChoice(input)
    session = try input.require(PortalLink.session)
  }

  public func apply(to books: Books) throws(Stop) -> Effect {
    let user = try books.signedIn(session)
    guard
      try books.usersToTell(of: choice.account).contains(where: { $0[User.id] == user[User.id] })
    else {
      throw .refuse(
        .notFound, field: "account", found: "no link to account \(choice.account)",
        expected: "an account that the user is linked to and answers for today",
        mend: "link it with `portal link`; see `portal show`")
    }
    return try choice.apply(to: books, own: user[User.email])
  }
}
