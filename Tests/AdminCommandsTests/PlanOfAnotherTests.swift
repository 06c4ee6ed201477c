import Glibc
import Testing

/// Processes of another account; only root can start those.
@Suite(
  "A plan that somebody else left in a folder",
  .enabled(if: getuid() == 0, "skipped: needs root to start processes of other accounts"))
struct PlanOfAnotherTests {
  @Test("is named where it cannot be read, and listed where it can")
  func closed() throws {
    let bench = try CommandBench()
    chmod(bench.folder, 0o777)
    chmod(bench.store, 0o666)
    try bench.expect("customer add 1 --name Ana")
    let plan = bench.folder + "/phone.plan"
    try bench.expect("customer set 1 --phone 512-555-0142 --plan-out \(plan)")
    func listed() throws -> BuiltBinary.Result {
      try BuiltBinary.shell(
        "cp \"$ubadmin\" ./program && chmod 755 program\n"
          + "setpriv --reuid=65534 --regid=65534 --clear-groups ./program plan list "
          + "\(bench.folder) --csv --no-header --fields command", in: bench)
    }
    let closed = try listed()
    #expect(closed.status == 0 && closed.output == "", "\(closed)")
    #expect(closed.words.contains("1 plan cannot be read, such as \(plan)"), "\(closed)")
    chmod(plan, 0o644)
    let open = try listed()
    #expect(open.output == "customer set\n" && open.words == "", "\(open)")
  }
}
