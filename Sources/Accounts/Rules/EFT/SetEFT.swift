package import Ledger
package import Values

/// Changes an enrollment for automatic payments.
package struct SetEFT: Operation {
  package static let name = OperationName("eft", "set")
  package static let leastRole = Role.clerk
  package static let needsAField = true
  package static let writes = [TableWrite].enrollments
  package static let fields = [
    EFTFields.account.info, routing.info, EFTFields.type.info, EFTFields.draftDay.info,
    channel.info,
  ]

  static let channel = Field<EFTChannel>.option(
    "channel", "how the customer authorized it: web, phone or paper")
  static let routing = Field<RoutingNumber>.option("routing", "the bank's ABA routing number")

  let account: AccountNumber
  let details: BankDetails
  let draftDay: WholeNumber?
  let channel: EFTChannel?

  package init(_ input: Input) throws(Rejection) {
    account = try input.require(EFTFields.account)
    details = BankDetails(
      routing: try input[Self.routing], bankAccount: nil, type: try input[EFTFields.type])
    draftDay = try EFTFields.draftDay(in: input)
    channel = try input[Self.channel]
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let before = try books.enrollment(of: account)
    guard before.isInForce(on: books.today) else {
      _ = try EFTLifeCycle.state(after: .change, of: before)
      return Effect("\(before.phrase) has ended")
    }
    var after = before
    if let draftDay { after[EFTEnrollment.draftDay] = draftDay.value == 0 ? nil : draftDay }
    if let channel { after.setChannel(channel) }
    guard try details.write(to: &after, in: books) else {
      let isChanged = books.update(before, to: after)
      return Effect("\(before.phrase) \(isChanged ? "changed" : "is unchanged")")
    }
    let row = try books.reenter(before, as: after)
    return Effect("\(row.phrase) changed", notices: books.nextStep(row))
  }
}
