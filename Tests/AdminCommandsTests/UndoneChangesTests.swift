import Accounts
import Testing

@Suite("The report of changes", .onBothEngines)
struct UndoneChangesTests {
  @Test("offers the undo of a change whose undo was undone")
  func again() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 3 --name Ana")
    try bench.expect("customer set 3 --phone 5155550101")
    func offers() throws -> String? {
      let rows = try bench.expect("report changes --fields command,undo --csv --no-header").output
      return rows.split(separator: "\n").first { $0.hasPrefix("ubadmin customer set") }
        .flatMap { $0.split(separator: ",", omittingEmptySubsequences: false).last }
        .map(String.init)
    }
    let offered = try #require(try offers())
    let change = try #require(offered.split(separator: " ").last.flatMap { Int($0) })
    try bench.expect("change undo \(change) -y")
    #expect(try offers() == "")
    try bench.expect("change undo \(change + 1) -y")
    #expect(try offers() == offered)
  }

  @Test("is that of one operator with --operator, who must be known")
  func ofOne() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 3 --name Ana")
    bench.operatorName = "sam"
    try bench.expect("customer set 3 --phone 5155550101")
    let line = "report changes --fields operator --csv --no-header --operator"
    #expect(try bench.expect("\(line) sam").output == "sam\n")
    #expect(bench.run("\(line) nobody").status == .notFound)
  }
}
