import Glibc
import Testing

@Suite("Automatic payments at the desk")
struct EFTCommandTests {
  private func bench() throws -> CommandBench {
    let bench = try CommandBench(on: "2026-03-10")
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-01-01",
      "account open A2 --cid 1 --location L1 --on 2025-01-01",
      "setting set eft.company-name Testville", "setting set eft.company-id 1987654321",
      "setting set eft.odfi 011000015",
    ] {
      try bench.expect(line)
    }
    return bench
  }

  @Test("the number comes from standard input, is masked, and revealed on record alone")
  func reveal() throws {
    let bench = try bench()
    let done = bench.run("eft enroll A1 --routing 021000021", input: "123456789\n")
    #expect(done.status == .done)
    for line in ["eft show A1", "eft list", "change show 8", "change list", "account show A1"] {
      let shown = bench.run(line)
      #expect(!(shown.output + shown.words).contains("123456789"), "\(line)")
    }
    #expect(try bench.expect("eft show A1").output.contains("•••6789"))
    #expect(try bench.expect("eft show A1 --reveal --reason inquiry").output.contains("123456789"))
    let changes = try bench.expect("change list --csv").output
    #expect(changes.contains("eft show A1 --reveal"))
  }

  @Test("a file has a column for it, and a constant beside a file is refused")
  func bulk() throws {
    let bench = try bench()
    let secret = try bench.file("n.txt", "123456789")
    let rows = try bench.file(
      "in.csv", "account,routing,bank-account\nA1,021000021,123456789\nA2,021000021,12\n")
    let result = bench.run("eft enroll --from \(rows) --keep-going")
    #expect(result.status == .someRowsFailed)
    #expect(!result.words.contains("123456789"))
    #expect(
      bench.run("eft enroll --from \(rows) --bank-account-file \(secret)").status == .usage)
    #expect(bench.run("eft enroll A1 --routing 021000021 --bank-account 1234567").status == .usage)
  }

  @Test("a key file that others can read is refused")
  func key() throws {
    let bench = try bench()
    let key = try bench.file("key", String(repeating: "k", count: 32))
    chmod(key, 0o644)
    bench.environment["UBADMIN_EFT_KEY"] = key
    let done = bench.run("eft enroll A1 --routing 021000021", input: "123456789\n")
    #expect(done.status == .notPermitted)
    #expect(done.words.contains("key"))
  }

  @Test("the file for the bank is private, and a returns file that is damaged changes nothing")
  func export() throws {
    let bench = try bench()
    bench.run("eft enroll A1 --routing 021000021", input: "123456789\n")
    #expect(bench.run("eft export --on 2026-03-11").status == .usage)
    #expect(try bench.expect("eft export --on 2026-03-11 --dry-run").words.contains("1 prenotes"))
    let path = bench.folder + "/out.ach"
    try bench.expect("eft export --on 2026-03-11 -o \(path)")
    var facts = stat()
    #expect(stat(path, &facts) == 0 && facts.st_mode & 0o777 == 0o600)
    let first = bench.text(of: "out.ach")
    try bench.expect("eft export --again 1 -o \(path)")
    #expect(bench.text(of: "out.ach") == first)
    let damaged = bench.run("eft returns --from \(path)")
    #expect(damaged.status == .badData)
    #expect(damaged.words.contains("record 3, positions 79-79"))
  }
}
