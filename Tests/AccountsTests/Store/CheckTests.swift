import Accounts
import Testing

@testable import Ledger

@Suite("Checking a store", .onBothEngines)
struct CheckTests {
  private func findings(_ store: Store) throws -> [Finding] {
    var found: [Finding] = []
    let summary = try store.check { found.append($0) }
    #expect(summary.errors == Int64(found.filter { $0.severity == .error }.count))
    #expect(summary.warnings == Int64(found.filter { $0.severity == .warning }.count))
    return found
  }

  @Test("a sound store has no findings, and all of it was gone over")
  func sound() throws {
    let store = try settledStore()
    var found: [Finding] = []
    let summary = try store.check { found.append($0) }
    #expect(found.isEmpty, "\(found)")
    #expect(summary.accounts == 1)
    #expect(summary.meters == 1)
    #expect(summary.journal.changes == 1)
  }

  /// What stands in the store though no rule would let it, and the rule that finds it.
  static let damages: [(rule: CheckRule, record: String, sql: String)] = [
    (
      .serviceOverlap, "account A1",
      "INSERT INTO service (service, account, code, start_on) "
        + "VALUES (2, 'A1', '1000', '2025-10-05')"
    ),
    (
      .suspensionOverlap, "account A1",
      "INSERT INTO suspension VALUES (1, '2025-10-05', '2025-11-05', NULL); "
        + "INSERT INTO suspension VALUES (1, '2025-10-20', NULL, NULL)"
    ),
    (
      .serviceOutsideAccount, "account A1",
      "UPDATE service SET start_on = '2025-09-28' WHERE service = 1"
    ),
    (
      .serviceOutsideAccount, "account A1",
      "UPDATE account SET closed_on = '2025-11-30' WHERE account = 'A1'"
    ),
    (
      .responsibilityOverlap, "account A1",
      "INSERT INTO account_customer VALUES (2, 'A1', '100001', 'owner', '2025-10-05', NULL)"
    ),
    (
      .responsibilityDays, "account A1",
      "INSERT INTO account_customer VALUES (2, 'A1', '100001', 'payer', '2025-11-05', '2025-11-05')"
    ),
    (
      .responsibleCustomer, "account A1",
      "UPDATE account_customer SET to_on = '2025-11-28'"
    ),
    (.merge, "customer 100001", "UPDATE customer SET merged_into = '100009'"),
    (.merge, "customer 100001", "UPDATE customer SET merged_into = '100001'"),
    (
      .installOverlap, "meter M1",
      "INSERT INTO meter_install VALUES (2, 'M1', 1, '2025-11-01', NULL)"
    ),
    (
      .readOutsideInstall, "meter M1",
      "UPDATE meter_install SET to_on = '2025-10-28'"
    ),
    (.consumptionUnread, "meter M1", "UPDATE read SET state = 'void'"),
    (.consumptionUnread, "meter M1", "UPDATE consumption SET read_number = 2"),
    (
      .consumptionOverlap, "meter M1",
      "INSERT INTO read SELECT meter, '2025-11-20', 1, 200000, NULL, NULL, kind, reason, NULL, "
        + "state FROM read WHERE read_on = '2025-10-29'; "
        + "INSERT INTO consumption VALUES (1, '2025-11-20', 'M1', '2025-10-19', 32, 9, 'GAL', FALSE, 1)"
    ),
    (.consumptionDays, "meter M1", "UPDATE consumption SET days = 31"),
    (.consumptionFollowsReads, "meter M1", "UPDATE consumption SET quantity = 31000"),
    (.consumptionFollowsReads, "meter M1", "UPDATE consumption SET estimated = TRUE"),
    (.consumptionFollowsReads, "meter M1", "DELETE FROM consumption"),
    (
      .consumptionFollowsReads, "meter M1",
      "UPDATE read SET reading = 131000 WHERE reading > 120000"
    ),
    (.consumptionStray, "service 1", "UPDATE consumption SET meter = 'M2'"),
    (.storage, "account", "UPDATE account SET location = 'L9'"),
    (.storage, "read", "UPDATE read SET meter = 'M9' WHERE read_on = '2025-09-29'"),
    (.journal, "change 1", "UPDATE change SET operator = 'sam'"),
  ]

  @Test("what no rule would let through is found", arguments: damages.indices)
  func damage(_ index: Int) throws {
    let (rule, record, sql) = Self.damages[index]
    // A server lets nobody but its superuser break a reference.
    if rule == .storage, case .postgreSQL = TestEngine.current { return }
    let store = try settledStore()
    try store.tamper(sql)
    let found = try findings(store)
    let match = found.first { $0.rule == rule }
    #expect(match?.record == record, "\(found) for \(sql)")
    #expect(match?.remedy.isEmpty == false)
  }

  @Test("consumption whose meter was never installed leads to the change that recorded it last")
  func stray() throws {
    let store = try settledStore()
    try store.tamper("DELETE FROM meter_install")
    let stray = try findings(store).first { $0.rule == .consumptionStray }
    let command = "`change list --table consumption --key '1 2025-10-29 M1'`"
    #expect(stray?.remedy.contains(command) == true, "\(String(describing: stray))")
  }

  @Test("services that only touch, cancelled ones and empty periods do not overlap")
  func touching() throws {
    let store = try settledStore()
    try store.tamper(
      """
      UPDATE service SET stop_on = '2025-10-05';
      INSERT INTO service (service, account, code, start_on) VALUES (2, 'A1', '1000', '2025-10-05');
      INSERT INTO service (service, account, code, start_on, cancelled_on)
        VALUES (3, 'A1', '1000', '2025-10-06', '2025-10-01');
      INSERT INTO service (service, account, code, start_on, stop_on)
        VALUES (4, 'A1', '1000', '2025-10-07', '2025-10-07');
      """)
    #expect(try findings(store).isEmpty)
  }

  @Test("a short service within a long one overlaps, though its neighbour ends before it")
  func within() throws {
    let store = try settledStore()
    try store.tamper(
      """
      INSERT INTO service (service, account, code, start_on, stop_on)
        VALUES (2, 'A1', '2000', '2025-10-01', '2025-11-20');
      INSERT INTO service (service, account, code, start_on, stop_on)
        VALUES (3, 'A1', '2000', '2025-10-02', '2025-10-04');
      INSERT INTO service (service, account, code, start_on, stop_on)
        VALUES (4, 'A1', '2000', '2025-10-10', '2025-10-12');
      """)
    #expect(try findings(store).map(\.rule) == [.serviceOverlap, .serviceOverlap])
  }

  @Test("a read on the day on which a meter is taken out closes its period")
  func closingRead() throws {
    let store = try settledStore()
    try store.tamper("UPDATE meter_install SET to_on = '2025-10-29'")
    #expect(try findings(store).isEmpty)
  }

  @Test("a check sees the store of one moment and leaves it as it was")
  func untouched() throws {
    let store = try settledStore()
    let before = try store.dump()
    _ = try findings(store)
    #expect(try store.dump() == before)
    _ = try store.setPhone("100001", "512-555-0001")
  }
}
