package import Engines
package import Values

extension ServiceStatus {
  /// SQL: a service's status on a day, from its dates and the bills on record.
  /// - Parameters:
  ///   - day: an expression for the day, e.g. a column of a one-row table that holds an argument.
  ///   - service: what the query calls the service table.
  ///   - foresees: whether a service with a stop after the day is pending stop, or just active.
  package static func sql(
    asOf day: String, service: String = "s", foresees: Bool = true, _ dialect: any Dialect
  ) -> String {
    let pendingStop =
      foresees ? "WHEN \(service).stop_on > \(day) THEN \(Self.pendingStop.sql) " : ""
    return """
      CASE WHEN \(service).cancelled_on <= \(day) THEN \(Self.cancelled.sql) \
      WHEN \(service).stop_on <= \(day) AND (\(service).final_billed_on <= \(day) \
      OR \(FinalBill.sql(asOf: day, service: service, dialect))) THEN \(Self.finalBilled.sql) \
      WHEN \(service).stop_on <= \(day) THEN \(Self.stopped.sql) \
      WHEN \(service).start_on > \(day) THEN \(Self.pendingStart.sql) \
      WHEN EXISTS (SELECT 1 FROM suspension su WHERE su.service = \(service).service \
      AND \(DayInterval.sql(contains: day, of: "su"))) \
      THEN \(Self.suspended.sql) \(pendingStop)ELSE \(Self.active.sql) END
      """
  }
}

extension ServiceStatus {
  /// Whether a service counts on an earlier day: later starts may not have been entered by then.
  package static func known(asOf day: String, service: String = "s") -> String {
    "\(service).start_on <= \(day) OR \(service).cancelled_on <= \(day)"
  }
}

extension Row<Service> {
  package var days: DayInterval {
    DayInterval(from: self[Service.startOn], to: self[Service.stopOn])
  }
}

extension Row<Suspension> {
  package var days: DayInterval {
    DayInterval(from: self[Suspension.fromOn], to: self[Suspension.toOn])
  }
}

extension Row<AccountCustomer> {
  package var days: DayInterval {
    DayInterval(from: self[AccountCustomer.fromOn], to: self[AccountCustomer.toOn])
  }
}
