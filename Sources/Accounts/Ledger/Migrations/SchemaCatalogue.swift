package import Engines

extension Migration {
  /// In the order in which they are applied; never changed, only added to.
  static let all: [Migration] = [
    .accounts, .serviceTypes,
    .bills, .eft, .portalUsers, .mail,
    .delivery, .operators, .serviceDesk, .requests, .notes, .journalOfRecords,
    .search, .registrations, .actingAccount, .bankFiles, .settlement, .enrollmentChannels,
    .paymentReferences,
    .listOrder, .whatWaits, .announcementTitles, .consumptionTotals, .jobs, .totalsOfDebtors,
    .serviceClasses, .totalsByYear, .customerNames, .reportSchedules, .longHistories,
    .totalsByMonth, .countsOfWaiting, .unpaidBills, .bankCorrections, .referencesOfAccounts,
    .oneOfMany, .bouncedBills, .cyclesInUse, .voidedBills, .failedReports, .journalOfMoney,
    .numbersGivenOut, .journalOfWhatLeft, .customersOfBills, .billsOfCustomers,
    .countsOfRuns, .suspendedUsers, .reasonsOfRows, .journalOfPlaces,
    .marksOfFinalBills, .countsOfEnrollments, .bouncedDeliveries,
  ]
}

extension EntityCatalogue {
  /// Tables that follow from others, and are kept with them: who owes what, totals, and what bounced.
  static let derived = Set(
    ([BillShare.table, PaymentApplication.table, SettledAccount.table, BouncedDelivery.table]
      + TotalsStatements.tables).map(\.name))

  /// Whether a table's rows are worked out from those of others, so that they have nothing wrong of
  /// their own.
  static func followsFromOthers(_ table: Table) -> Bool {
    derived.contains(table.name) || table === Consumption.table
  }

  /// Every table that operations change, parents before their children.
  package static let tables: [Table] = [
    StoredSetting.table, Customer.table, Location.table, Account.table, AccountCustomer.table,
    ServiceType.table, Service.table, Suspension.table, Meter.table, MeterInstall.table,
    Read.table, Consumption.table, ConsumptionTotal.table, ConsumptionByDay.table,
    ConsumptionByMonth.table, ConsumptionByClass.table, ConsumptionByYear.table,
    ConsumptionByService.table,
    Bill.table, BillLine.table, Payment.table, BillShare.table, PaymentApplication.table,
    SettledAccount.table,
    EFTBankAccount.table, EFTEnrollment.table, EFTFile.table, EFTEntry.table,
    User.table, PortalIdentity.table, Token.table, Registration.table, PortalSession.table,
    SignInAttempt.table, Link.table, OutboxMessage.table,
    DeliveryPreference.table, DeliveryEvent.table, BouncedDelivery.table,
    Operator.table, ReportSchedule.table,
    Announcement.table, Request.table, RequestMessage.table, Note.table,
  ]
}
