import Glibc
import Testing

@testable import AdminCommands

/// The same fault has the same exit status, whatever command meets it.
@Suite("Exit statuses of files and names")
struct OutputStatusTests {
  @Test("a file that cannot be created is 73, and is called by its own name")
  func cannotCreate() throws {
    let bench = try CommandBench()
    let path = bench.folder + "/none/x"
    for line in [
      "store backup \(path)", "customer list -o \(path)", "store copy \(bench.store) \(path)",
    ] {
      let result = bench.run(line)
      #expect(result.status == .cannotCreateOutput, "\(line): \(result)")
      #expect(!result.words.contains(".part-"), "\(result)")
    }
  }

  @Test(
    "a folder or file that belongs to somebody else is 73",
    .enabled(if: geteuid() == 0, "needs root, to be somebody else"))
  func notPermitted() throws {
    let bench = try CommandBench()
    let old = try bench.file("old.csv", "old")
    chmod(bench.folder, 0o755)
    for line in [
      "store init \(bench.folder)/new.db", "store demo \(bench.folder)/new.db --accounts 3",
      "config show -o \(old)",
    ] {
      let result = FileOwner.acting(as: 65_534) { bench.run(line) }
      #expect(result.status == .cannotCreateOutput, "\(line): \(result)")
      #expect(!result.words.contains(".part-"), "\(result)")
    }
    #expect(bench.text(of: "old.csv") == "old")
  }

  @Test("output that the parent has closed is told, and not lost")
  func closedOutput() throws {
    let bench = try CommandBench()
    let closed = try BuiltBinary.shell("\"$ubadmin\" config path >&-", in: bench)
    #expect(closed.status == ExitStatus.inputOutput.rawValue, "\(closed)")
    #expect(closed.words.contains("cannot write standard output"), "\(closed)")
  }

  @Test("a group that is not there, and a setting that is not there")
  func names() throws {
    let bench = try CommandBench()
    let group = bench.run("store init \(bench.folder)/new.db --group no-such-group")
    #expect(group.status == .badData, "\(group)")
    for line in ["setting get nosuch", "setting set nosuch 1"] {
      #expect(bench.run(line).status == .notFound, "\(line)")
    }
  }
}
