import Accounts
import Testing

@testable import AdminCommands

@Suite("Delimiters of files that are read", .onBothEngines)
struct DelimiterTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    try bench.expect(["customer", "add", "2", "--name", "Bea; Salas, Inc."])
  }

  @Test("a list that was written with another delimiter is read back with it")
  func readBack() throws {
    let path = bench.folder + "/c.csv"
    for delimiter in ["semicolon", "tab", "pipe"] {
      try bench.expect("customer list --fields cid,name --csv --delimiter \(delimiter) -o \(path)")
      let refused = bench.run("customer set --from \(path)")
      #expect(refused.status == .badData)
      #expect(refused.words.contains("use --delimiter \(delimiter)"), "\(refused)")
      let same = try bench.expect("customer set --from \(path) --delimiter \(delimiter)")
      #expect(same.words.contains("0 applied, 2 unchanged"), "\(same)")
    }
    try bench.expect("customer list --fields cid,name --csv -o \(path)")
    let commas = bench.run("customer set --from \(path) --delimiter semicolon")
    #expect(commas.words.contains("use --delimiter comma"), "\(commas)")
    try bench.expect("customer set --from \(path) --delimiter comma")
  }

  @Test("bad rows are written with the delimiter of the file, and read back with it")
  func rejects() throws {
    let bad = bench.folder + "/bad.csv"
    let file = try bench.file("c.csv", "cid;name\n1;\"Ana; Maria\"\n9;Cle\n")
    let some = bench.run(
      "customer set --from \(file) --delimiter semicolon --keep-going --rejects \(bad)")
    #expect(some.status == .someRowsFailed, "\(some)")
    let written = try #require(bench.text(of: "bad.csv"))
    #expect(written.hasPrefix("cid;name;_line;_field;_code;_message\n9;Cle;3;cid;"), "\(written)")
    try bench.file("bad.csv", written.replacing("\n9;", with: "\n2;"))
    try bench.expect("customer set --from \(bad) --delimiter semicolon")
    let names = try bench.expect("customer list --fields name --csv --no-header").output
    #expect(names.contains("Ana; Maria") && names.contains("Cle\n"), "\(names)")
  }

  @Test("without a file and without CSV, the option is refused as before")
  func refused() throws {
    let refused = bench.run("customer set 1 --name Bea --delimiter semicolon")
    #expect(refused.status == .usage, "\(refused)")
    #expect(refused.words.contains("--delimiter is only for CSV"), "\(refused)")
  }
}
