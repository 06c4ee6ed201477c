import Accounts
import TestEngines
import Testing

@testable import AdminCommands

@Suite("What lists write and other programs save, fed back", .onBothEngines)
struct ReimportTests {
  @Test("a list of service types is taken as it was written")
  func serviceTypes() throws {
    let bench = try CommandBench()
    let list = try bench.expect("service-type list --csv").output
    try bench.file("t.csv", list)
    try bench.expect("service-type set --from \(bench.folder)/t.csv")
    #expect(try bench.expect("service-type list --csv").output == list)
  }

  @Test(
    "quoted cells with another mark between them are known",
    arguments: [(";", "semicolon"), ("\t", "tab"), ("|", "pipe")])
  func quoted(mark: String, name: String) throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    try bench.file("s.csv", "\"cid\"\(mark)\"name\"\n\"1\"\(mark)\"X\"\n")
    let refused = bench.run("customer set --from \(bench.folder)/s.csv")
    #expect(refused.status == .badData)
    #expect(refused.words.contains("use --delimiter \(name)"), "\(refused)")
    try bench.expect("customer set --from \(bench.folder)/s.csv --delimiter \(name)")
  }

  @Test("all columns that no field has the name of are told at once, and how to skip them")
  func unknownColumns() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    try bench.file("c.csv", "cid,name,one,two\n1,Bea,,\n")
    let refused = bench.run("customer set --from \(bench.folder)/c.csv")
    #expect(refused.status == .badData)
    #expect(refused.words.contains("columns 3, 4: unknown fields one, two"), "\(refused)")
    #expect(refused.words.contains("--map one=_ --map two=_"), "\(refused)")
  }

  @Test("a service without a class is unchanged by a list of services that is fed back")
  func services() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    try bench.expect(["location", "add", "9", "--address", "1 Q St"])
    try bench.expect("account open 500 --cid 1 --location 9 --on 2020-01-04")
    try bench.expect("service start 500 SEWER --on 2020-01-04")
    try bench.file("s.csv", "account,service,class\n500,SEWER,\n")
    let fed = try bench.expect("service set --from \(bench.folder)/s.csv")
    #expect(fed.words.contains("1 unchanged"), "\(fed)")
    #expect(bench.run("service set 500 SEWER").status == .usage)
  }

  @Test(
    "a telephone number's extension is written in any usual way",
    arguments: ["x5", "X12", "ext. 12", "Ext. 12", "EXT 12", "extension 5", "Extension 5"])
  func phones(ending: String) throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    try bench.expect(["customer", "set", "1", "--phone", "515-555-0101 \(ending)"])
    let refused = bench.run(["customer", "set", "1", "--phone", "515-555-0101 tex 5"])
    #expect(refused.status == .badData)
  }
}
