/// What each command that writes does to tables. The grants on a server follow from it and from the
/// role that the command needs; a command that is missing here works for the store's owner alone.
enum CommandWrites {
  static let byCommand: [String: [TableWrite]] =
    places.merging(money) { $1 }.merging(portal) { $1 }.merging(office) { $1 }

  private static let mail: [TableWrite] = [.insert(OutboxMessage.table)]
  private static let reads: [TableWrite] = [
    .insert(Read.table), .update(Read.table), .insert(Consumption.table),
    .update(Consumption.table), .delete(Consumption.table),
  ]
  private static let installs: [TableWrite] = [
    .insert(MeterInstall.table), .update(MeterInstall.table), .delete(MeterInstall.table),
  ]
  private static let services: [TableWrite] =
    reads + installs + [
      .insert(Service.table), .update(Service.table), .insert(Suspension.table),
      .update(Suspension.table),
    ]
  private static let deliveries: [TableWrite] =
    mail + [
      .insert(DeliveryPreference.table), .update(DeliveryPreference.table),
      .insert(DeliveryEvent.table),
    ]
  private static let enrollments: [TableWrite] =
    mail + [
      .insert(EFTBankAccount.table), .insert(EFTEnrollment.table), .update(EFTEnrollment.table),
    ]
  private static let accounts: [TableWrite] =
    services + deliveries + [
      .insert(Account.table), .update(Account.table), .insert(AccountCustomer.table),
      .update(AccountCustomer.table), .update(EFTEnrollment.table),
    ]
  private static let users: [TableWrite] =
    mail + [
      .insert(User.table), .update(User.table), .insert(Token.table), .update(Token.table),
      .insert(PortalIdentity.table), .update(PortalIdentity.table),
      .insert(PortalSession.table), .update(PortalSession.table), .insert(SignInAttempt.table),
      .insert(Registration.table),
      .update(Note.table, [Note.key.name]),
    ]
  private static let links: [TableWrite] = [.insert(Link.table), .update(Link.table)]
  private static let requests: [TableWrite] =
    mail + [.insert(Request.table), .update(Request.table), .insert(RequestMessage.table)]

  private static func all(_ noun: String, _ verbs: [String], _ writes: [TableWrite])
    -> [String: [TableWrite]]
  {
    Dictionary(uniqueKeysWithValues: verbs.map { ("\(noun) \($0)", writes) })
  }

  private static let customers: [TableWrite] = [
    .update(
      Customer.table,
      Customer.table.columns.dropFirst().map(\.name).filter { $0 != Customer.mergedInto.name })
  ]

  private static let places: [String: [TableWrite]] = [
    "customer add": [.insert(Customer.table)],
    "customer set": customers,
    "customer merge": [
      .update(Customer.table, [Customer.mergedInto.name]), .update(AccountCustomer.table),
      .delete(AccountCustomer.table), .update(EFTEnrollment.table), .update(Link.table),
      .update(Note.table, [Note.key.name]),
    ],
    "location add": [.insert(Location.table)], "location set": [.update(Location.table)],
    "meter add": [.insert(Meter.table)], "meter exchange": services, "meter remove": services,
    "read add": reads, "read void": reads,
    "service-type add": [.insert(ServiceType.table)],
    "service-type set": [.update(ServiceType.table)],
  ]
  .merging(all("account", ["open", "set", "close", "move"], accounts)) { $1 }
  .merging(
    all("service", ["start", "stop", "transfer", "suspend", "resume", "cancel"], services)
  ) { $1 }

  private static let money: [String: [TableWrite]] = [
    "bill add": [
      .insert(Bill.table), .update(Bill.table), .insert(BillLine.table), .update(BillLine.table),
    ],
    "payment post": [.insert(Payment.table)],
    "payment reverse": reversals,
    "eft export": exports, "eft returns": returns,
  ]
  .merging(
    all("eft", ["enroll", "set", "confirm", "hold", "release", "cancel"], enrollments)
  ) { $1 }

  private static let reversals: [TableWrite] = [
    .update(Payment.table, [Payment.reversedOn.name, Payment.reversalReason.name])
  ]

  private static let exports: [TableWrite] =
    enrollments + [
      .insert(EFTFile.table), .update(EFTFile.table), .delete(EFTFile.table),
      .insert(EFTEntry.table), .update(EFTEntry.table), .insert(Payment.table),
    ]
  private static let returns: [TableWrite] =
    enrollments + reversals + [.update(EFTEntry.table)]

  private static let portal: [String: [TableWrite]] =
    all(
      "user",
      [
        "register", "activate", "resend", "set", "lock", "unlock", "reset-password", "revoke",
        "suspend", "unsuspend", "deactivate", "remove-identity",
      ], users
    )
    .merging(
      all(
        "portal",
        [
          "register", "activate", "sign-in", "sign-out", "forgot-password", "reset-password",
          "change-password", "unlock", "profile", "add-identity", "remove-identity",
        ], users)
    ) { $1 }
    .merging(all("portal", ["link"], users + links)) { $1 }
    .merging(all("portal", ["eft", "end-eft"], enrollments)) { $1 }
    .merging(all("portal", ["delivery"], deliveries)) { $1 }
    .merging(all("portal", ["contact"], requests)) { $1 }
    .merging(all("link", ["add", "remove"], links)) { $1 }

  private static let office: [String: [TableWrite]] = [
    "announcement add": [.insert(Announcement.table)],
    "announcement retire": [.update(Announcement.table)],
    "note add": [.insert(Note.table)],
    "mail send": [.update(OutboxMessage.table)],
    "delivery set": deliveries, "delivery bounce": deliveries,
    "operator add": [.insert(Operator.table)], "operator set": [.update(Operator.table)],
    "operator remove": [.delete(Operator.table)],
    "setting set": [.insert(StoredSetting.table), .update(StoredSetting.table)],
  ]
  .merging(all("request", ["add", "assign", "reply", "close"], requests)) { $1 }
}
