import Accounts
import Testing

@testable import AdminCommands

/// A server that follows another: what reads works, and what writes names the way to the primary.
@Suite("Hot standby", .needsPostgreSQL, .onBothEngines)
struct StandbyTests {
  @Test("lists, search and dry runs work; a change ends with 69 and names the primary")
  func standby() throws {
    guard case .postgreSQL = TestEngine.current else { return }
    let bench = try CommandBench()
    bench.keepsConnections = false
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2026-01-01",
    ] { try bench.expect(line) }
    for line in [
      "account open A2 --cid 1 --location L1 --on 2026-01-01",
      "setting set eft.company-name Testville", "setting set eft.company-id 1987654321",
      "setting set eft.odfi 011000015",
    ] { try bench.expect(line) }
    bench.run("eft enroll A2 --routing 021000021", input: "123456789\n")
    let standby = try PostgreSQLStandby(of: try .shared())
    let address = standby.address(of: bench.store)
    func run(_ line: String) -> CommandBench.Result { bench.run(line + " --store \(address)") }

    #expect(run("customer list").status == .done)
    #expect(run("store check").status == .done)
    #expect(run("store doctor").status == .done)
    #expect(run("search Ana").output.contains("Ana"))
    let list = "\(bench.folder)/customers.csv"
    let kept = run("customer list -o \(list) --provenance")
    #expect(kept.status == .done, "\(kept)")
    #expect(run("report verify \(list)").status == .done)
    let past = run("customer list --at 1")
    #expect(past.status == .storeUnavailable, "\(past)")
    #expect(past.words.contains("cannot show past data"), "\(past)")
    let planned = run("payment post A1 --amount 5 --dry-run")
    #expect(planned.status == .done, "\(planned)")
    #expect(planned.output.contains("5.00"))
    // A later row sees what an earlier one would do.
    let file = try bench.file("c.csv", "cid,name\n2,Bo\n2,Bo\n2,Bob\n")
    let bulk = run("customer add --from \(file) --dry-run --keep-going")
    #expect(bulk.status == .someRowsFailed, "\(bulk)")
    #expect(
      bulk.words.contains("1 would be applied") || bulk.words.contains("1 unchanged"), "\(bulk)")
    #expect(run("change undo 1 --dry-run").status == .conflict)
    #expect(run("change undo 3 --dry-run").status == .done)
    let export = run("eft export --on 2026-03-11 --dry-run")
    #expect(export.status == .done, "\(export)")
    #expect(export.words.contains("1 prenote, 0 drafts"), "\(export)")
    for line in [
      "payment post A1 --amount 5", "change undo 3",
      "user register a@example.com --first A --last B",
      "setting set city X",
    ] {
      let refused = run(line)
      #expect(refused.status == .storeUnavailable, "\(line): \(refused)")
      #expect(refused.words.contains("standby"), "\(refused)")
      #expect(refused.words.contains("target_session_attrs=read-write"), "\(refused)")
    }
  }
}
