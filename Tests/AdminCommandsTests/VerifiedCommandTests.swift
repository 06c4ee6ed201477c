import Accounts
import Testing

@Suite("The command that report verify runs", .onBothEngines)
struct VerifiedCommandTests {
  private let bench: CommandBench
  private let file: String

  init() throws {
    bench = try CommandBench(on: "2026-03-10")
    file = bench.folder + "/customers.csv"
    try bench.expect("customer add 1 --name Ana")
    try bench.expect("operator add pat admin")
    try bench.expect("operator add lee viewer")
    try bench.expect("customer list -o \(file) --provenance")
  }

  /// Puts words into the provenance, before those of the list or instead of them.
  private func put(_ words: [String], keepingOthers: Bool = false) throws {
    let sidecar = "customers.csv.provenance.csv"
    let lines = try #require(bench.text(of: sidecar)).split(separator: "\n").map(String.init)
    let isWord: (String) -> Bool = { $0.hasPrefix("word,") }
    let place = try #require(lines.firstIndex(where: isWord))
    var rest = keepingOthers ? lines : lines.filter { !isWord($0) }
    rest.insert(contentsOf: words.map { "word," + $0 }, at: place)
    try bench.file(sidecar, rest.joined(separator: "\n") + "\n")
  }

  private func lastChange() throws -> String {
    try bench.expect("change list --fields change --csv --no-header --quiet --limit 0").output
  }

  @Test(
    "nothing runs that is no list or report, whoever verifies",
    arguments: [
      "operator set lee --role admin --yes", "customer set 1 --phone 5155559999",
      "payment post 1 --amount 100", "store backup copy.db", "customer list --from other.csv",
      "query SELECT", "run script", "help", "customer", "report list", "report schedule run",
      "customer show 1", "nothing at all",
    ])
  func refused(line: String) throws {
    let before = try lastChange()
    try put(line.split(separator: " ").map(String.init))
    let verified = bench.run("report verify \(file)")
    #expect(verified.status == .badData, "\(verified)")
    #expect(verified.words.contains("nothing was run"), "\(verified)")
    #expect(verified.output.isEmpty)
    #expect(try lastChange() == before)
    #expect(bench.text(of: "copy.db") == nil)
  }

  @Test(
    "a list with options that show more, or read or write elsewhere, does not run",
    arguments: [
      ["--reveal"], ["--output", "other.csv"], ["-o", "other.csv"], ["--store", "other.db"],
      ["--profile", "other"], ["--no-config"], ["--provenance"],
    ])
  func foreign(options: [String]) throws {
    let before = try lastChange()
    try put(options, keepingOthers: true)
    let verified = bench.run("report verify \(file)")
    #expect(verified.status == .badData, "\(verified)")
    #expect(try lastChange() == before)
  }

  @Test("a provenance that names its own verification does not run without end")
  func itself() throws {
    try put(["report", "verify", file])
    #expect(bench.run("report verify \(file)").status == .badData)
  }

  @Test("a file with what is masked has no provenance, as nobody could verify it unseen")
  func revealed() throws {
    let refused = bench.run("customer list --reveal -o \(bench.folder)/all.csv --provenance")
    #expect(refused.status == .usage)
    #expect(refused.words.contains("leave --provenance or --reveal out"))
    #expect(bench.text(of: "all.csv") == nil)
  }
}
