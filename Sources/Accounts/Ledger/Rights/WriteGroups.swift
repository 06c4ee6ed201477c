import Engines

/// What several commands write. The grants on a server follow from it.
extension [TableWrite] {
  package static let mail: [TableWrite] = [.insert(OutboxMessage.table)]

  package static let reads: [TableWrite] = [
    .insert(Read.table), .update(Read.table), .insert(Consumption.table),
    .update(Consumption.table), .delete(Consumption.table),
  ]

  private static let installs: [TableWrite] = [
    .insert(MeterInstall.table), .update(MeterInstall.table), .delete(MeterInstall.table),
  ]

  package static let services: [TableWrite] =
    reads + installs + [
      .insert(Service.table), .update(Service.table), .insert(Suspension.table),
      .update(Suspension.table),
    ]

  package static let deliveries: [TableWrite] =
    mail + [
      .insert(DeliveryPreference.table), .update(DeliveryPreference.table),
      .insert(DeliveryEvent.table),
    ]

  package static let enrollments: [TableWrite] =
    mail + [
      .insert(EFTBankAccount.table), .insert(EFTEnrollment.table), .update(EFTEnrollment.table),
    ]

  package static let accounts: [TableWrite] =
    services + deliveries + [
      .insert(Account.table), .update(Account.table), .insert(AccountCustomer.table),
      .update(AccountCustomer.table), .update(EFTEnrollment.table),
    ]

  package static let users: [TableWrite] =
    mail + [
      .insert(User.table), .update(User.table), .insert(Token.table), .update(Token.table),
      .insert(PortalIdentity.table), .update(PortalIdentity.table),
      .insert(PortalSession.table), .update(PortalSession.table), .insert(SignInAttempt.table),
      .insert(Registration.table),
      .update(Note.table, [Note.key.name]),
    ]

  package static let links: [TableWrite] = [.insert(Link.table), .update(Link.table)]

  package static let requests: [TableWrite] =
    mail + [.insert(Request.table), .update(Request.table), .insert(RequestMessage.table)]

  package static let customers: [TableWrite] = [
    .update(
      Customer.table,
      Customer.table.columns.dropFirst().map(\.name).filter { $0 != Customer.mergedInto.name })
  ]

  /// Whose payment it is.
  package static let payers: [TableWrite] = [.update(Payment.table, [Payment.cid.name])]

  package static let reversals: [TableWrite] = [
    .update(Payment.table, [Payment.reversedOn.name, Payment.reversalReason.name])
  ]

  package static let exports: [TableWrite] =
    enrollments + [
      .insert(EFTFile.table), .update(EFTFile.table), .delete(EFTFile.table),
      .insert(EFTEntry.table), .update(EFTEntry.table), .insert(Payment.table),
    ]

  package static let returns: [TableWrite] =
    enrollments + reversals + [.update(EFTEntry.table), .insert(Payment.table)]
}
