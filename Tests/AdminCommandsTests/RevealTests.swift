import Accounts
import Testing

@testable import AdminCommands
@testable import Reports

@testable import Values

@Suite("Personal data", .onBothEngines)
struct RevealTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana --phone 512-555-0142 --email ana@example.com")
  }

  private func changes() throws -> String {
    try bench.expect("change list --fields change,rows --csv --no-header").output
  }

  @Test(
    "is masked in pages, lists and the journal, in every format",
    arguments: [
      "customer show 1", "customer show 1 --json", "customer list --fields cid,phone,email",
      "customer list --csv", "change show 1 --csv",
    ])
  func masked(_ line: String) throws {
    let before = try changes()
    let output = try bench.expect(line).output
    #expect(output.contains("•••0142"), "\(output)")
    #expect(output.contains("a•••@example.com"))
    #expect(!output.contains("512-555"))
    #expect(try changes() == before)
  }

  @Test(
    "is shown whole to who asks, and that it was is recorded",
    arguments: ["customer show 1 --reveal", "customer list --csv --reveal"])
  func revealed(_ line: String) throws {
    #expect(try bench.expect(line).output.contains("512-555-0142"))
    #expect(try changes().hasPrefix("2,0\n"))
    let list = try bench.expect("change list --fields command,operator --csv --no-header").output
    #expect(list.hasPrefix("ubadmin \(line),pat\n"))
    #expect(try bench.expect("change verify").status == .done)
  }

  @Test("is not shown to viewers, who leave no trace of asking")
  func viewers() throws {
    try bench.expect("operator add pat admin")
    try bench.expect("operator add vi viewer")
    bench.operatorName = "vi"
    let result = bench.run("customer show 1 --reveal")
    #expect(result.status == .notPermitted)
    #expect(result.output == "")
  }

  @Test("masked cells are refused when they are fed in again")
  func fedAgain() throws {
    let file = try bench.file(
      "in.csv", try bench.expect("customer list --fields cid,phone --csv").output)
    #expect(bench.run("customer set --from \(file)").status == .badData)
  }
}

@Suite("A mask")
struct MaskTests {
  @Test(
    "leaves enough to tell two apart, and no more",
    arguments: [
      ("512-555-0142", "•••0142"), ("555-01", "•••"), ("", "•••"),
      ("(515) 555-0142 ext 5", "•••0142"), ("515-555-0142 x12", "•••0142"),
      ("515.555.0142,12", "•••0142"), ("+1 515 555 01 42", "•••0142"),
      ("ana@example.com", "a•••@example.com"),
      ("é@example.com", "•••@example.com"), ("@example.com", "•••@example.com"),
    ])
  func masks(_ text: String, _ masked: String) { #expect(Mask.masked(text) == masked) }

  @Test("finds the addresses in what a mail program says")
  func inText() throws {
    #expect(
      Mask.maskingAddresses(in: "550 5.1.1 <ana.lee+x@mail.example.com>: no such user, see a@b.c")
        == "550 5.1.1 <a•••@mail.example.com>: no such user, see a•••@b.c")
    #expect(Mask.maskingAddresses(in: "421 try later") == "421 try later")
    let ana = try EmailAddress("Ana.Lee@example.com")
    #expect(
      Mask.hiding(ana, in: "no user ana.lee; \"ana.LEE\"@example.com, ana.lee%40example.com")
        == "no user •••; \"•••\"@example.com, •••%40example.com")
  }
}
