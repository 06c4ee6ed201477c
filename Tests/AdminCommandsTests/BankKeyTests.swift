import Glibc
import Testing

@Suite("The key for bank accounts", .onBothEngines)
struct BankKeyTests {
  private func bench() throws -> CommandBench { try CommandBench.withEFT() }

  /// A desk with a key file of its own.
  private func key(_ name: String, _ bench: CommandBench) throws -> String {
    try bench.file(name, String(repeating: name.first ?? "k", count: 32))
  }

  @Test("the first enrollment makes the key and says so; nobody makes a second one")
  func firstKey() throws {
    let bench = try bench()
    let line = "eft enroll A1 --routing 021000021"
    let path = bench.folder + "/ubadmin/eft.key"
    let trial = bench.run(line + " --dry-run", input: "123456789\n")
    #expect(trial.status == .done, "\(trial)")
    #expect(access(path, F_OK) != 0)
    let first = bench.run(line, input: "123456789\n")
    #expect(first.status == .done, "\(first)")
    #expect(first.words.contains("created the key file \(path)"), "\(first)")
    bench.environment["UBADMIN_EFT_KEY"] = bench.folder + "/none"
    let second = bench.run("eft enroll A2 --routing 021000021", input: "987654321\n")
    #expect(second.status == .configuration, "\(second)")
    #expect(second.words.contains("found no key file \(bench.folder)/none"), "\(second)")
    #expect(second.words.contains("copy the key file"), "\(second)")
    #expect(access(bench.folder + "/none", F_OK) != 0)
    #expect(bench.run("eft show A1 --reveal").status == .configuration)
    #expect(bench.run("eft show A2").status == .notFound)
  }

  @Test(
    "nothing is sealed or written with a key other than the store's, and the doctor tells of it")
  func otherKey() throws {
    let bench = try bench()
    bench.environment["UBADMIN_EFT_KEY"] = try key("a", bench)
    #expect(bench.run("eft enroll A1 --routing 021000021", input: "123456789\n").status == .done)
    #expect(bench.run("store doctor --only other_bank_key").status == .done)
    let other = try key("b", bench)
    bench.environment["UBADMIN_EFT_KEY"] = other
    let rows = try bench.file("in.csv", "account,routing,bank-account\nA2,021000021,987654321\n")
    for line in [
      "eft enroll --from \(rows) --keep-going", "eft show A1 --reveal",
      "eft export --on 2026-03-11 -o \(bench.folder)/out.ach",
    ] {
      let refused = bench.run(line)
      #expect(refused.status == .configuration, "\(line): \(refused)")
      #expect(refused.words.contains(other), "\(refused)")
    }
    #expect(bench.run("eft show A2").status == .notFound)
    let found = bench.run("store doctor --only other_bank_key --csv")
    #expect(found.status == .refused)
    #expect(found.output.contains("account A1") && found.output.contains("config set eft-key"))
    // Where the key is lost: all is canceled, and enrolled again under a new one.
    try bench.expect("eft cancel A1 --reason lost-key")
    #expect(bench.run("eft enroll A2 --routing 021000021", input: "987654321\n").status == .done)
    try bench.expect("eft export --on 2026-03-11 -o \(bench.folder)/out.ach")
  }

  @Test("the sample city's own key serves where nobody names a file")
  func sampleKey() throws {
    let bench = try CommandBench(on: "2026-11-10", withStore: false)
    try bench.expect("store demo \(bench.store) --accounts 20")
    #expect(
      bench.run("eft enroll 2000001 --routing 021000021", input: "123456789\n").status == .done)
    #expect(access(bench.folder + "/ubadmin/eft.key", F_OK) != 0)
    bench.environment["UBADMIN_EFT_KEY"] = bench.folder + "/none"
    let named = bench.run("eft enroll 2000002 --routing 021000021", input: "123456789\n")
    #expect(named.status == .configuration, "\(named)")
  }
}
