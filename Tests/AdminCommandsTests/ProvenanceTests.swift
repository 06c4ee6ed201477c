import Accounts
import Testing

@Suite("How a report's file came about", .onBothEngines)
struct ProvenanceTests {
  private let bench: CommandBench
  private let file: String

  init() throws {
    bench = try CommandBench(on: "2026-03-10")
    file = bench.folder + "/customers.csv"
    try bench.expect("customer add 1 --name Ana")
    try bench.expect("customer add 2 --name Bo")
  }

  private func write(_ more: String = "") throws {
    try bench.expect("customer list --fields cid,name -o \(file) --provenance \(more)")
  }

  private func told() throws -> String {
    try #require(bench.text(of: "customers.csv.provenance.csv"))
  }

  @Test("command, change, rows and digest stand beside the file, and the same again is the same")
  func kept() throws {
    try write("--sort=-cid")
    let (first, told) = (bench.text(of: "customers.csv"), try told())
    #expect(first == "cid,name\n2,Bo\n1,Ana\n")
    #expect(told.hasPrefix("field,value\nprogram,ubadmin "))
    #expect(told.contains("--as-of 2026-03-10 --format csv --fields cid,name --sort "))
    #expect(told.contains("-cid customer list\"\n"))
    #expect(told.contains("\nword,--as-of\nword,2026-03-10\n"))
    #expect(told.contains("\nrows,2\nsha256,"))
    try write("--sort=-cid")
    #expect(bench.text(of: "customers.csv") == first)
    #expect(try self.told() == told)
  }

  @Test("it is made again as the store stood then, whatever was changed since")
  func later() throws {
    try write()
    try bench.expect("customer set 1 --name Anne")
    try bench.expect("customer add 3 --name Cy")
    bench.day = try CivilDate("2026-07-01")
    let verified = try bench.expect("report verify \(file) --json").output
    #expect(verified.contains("\"file\":\"unchanged\""))
    #expect(verified.contains("\"report\":\"same\""))
  }

  @Test("a file that was changed is told, with exit status 1")
  func changed() throws {
    try write()
    try bench.file("customers.csv", "cid,name\n1,Ana\n")
    let verified = bench.run("report verify \(file)")
    #expect(verified.status == .refused)
    #expect(verified.output.contains("changed since"))
    #expect(verified.output.contains("same"))
  }

  @Test("a digest that the report does not have is told")
  func differs() throws {
    try write()
    let told = try told()
    try bench.file(
      "customers.csv.provenance.csv",
      told.replacing("word,customer\n", with: "word,user\n")
        .replacing("cid,name", with: "email"))
    #expect(bench.run("report verify \(file)").output.contains("differs"))
  }

  @Test("another store is known by its journal")
  func otherStore() throws {
    try write()
    let other = bench.folder + "/other.db"
    try bench.expect("store init \(other) --city Testville --time-zone UTC")
    let verified = bench.run("report verify \(file) --store \(other)")
    #expect(verified.status == .refused)
    #expect(verified.words.contains("is not the one that"))
  }

  @Test("what it cannot tell of is refused before anything is written")
  func refused() throws {
    #expect(bench.run("customer list --provenance").words.contains("add -o FILE"))
    try bench.file(
      "script", "begin\ncustomer add 3 --name Cy\ncustomer list -o \(file) --provenance\n")
    let inTransaction = bench.run("run \(bench.folder)/script")
    #expect(inTransaction.status == .usage)
    #expect(bench.text(of: "customers.csv") == nil)
    try bench.file("script", "begin\ncustomer add 3 --name Cy\nreport verify \(file)\n")
    let verified = bench.run("run \(bench.folder)/script")
    #expect(
      verified.words.contains("report verify cannot be part of a transaction"), "\(verified)")
    #expect(bench.run("customer show 1 -o \(file) --provenance").status == .usage)
    #expect(bench.run("report verify \(file)").status == .cannotOpenInput)
    try bench.file("customers.csv.provenance.csv", "a,b\n1,2\n")
    try bench.file("customers.csv", "a\n")
    #expect(bench.run("report verify \(file)").status == .badData)
  }

  @Test(
    "a page of HTML says which command it answers, and as of which day, also when it is made again")
  func origin() throws {
    let page = bench.folder + "/page.html"
    try bench.expect("report moves --from -1m -o \(page) --provenance -q")
    let html = try #require(bench.text(of: "page.html"))
    #expect(
      html.contains(
        "<p class=\"c\">ubadmin report moves --from -1m (as of 2026-03-10)</p>"), "\(html)")
    bench.day = try CivilDate("2026-07-01")
    try bench.expect("report verify \(page)")
    try bench.expect("report moves --from -1m -o \(page)")
    #expect(bench.text(of: "page.html")?.contains("(as of 2026-07-01)") == true)
  }

  @Test("a number of rows that the report does not have is told")
  func rows() throws {
    try write()
    let told = try told()
    for rows in ["9", "-2"] {
      try bench.file(
        "customers.csv.provenance.csv", told.replacing("\nrows,2\n", with: "\nrows,\(rows)\n"))
      let verified = bench.run("report verify \(file)")
      #expect(verified.status == (rows == "9" ? .refused : .badData), "\(verified)")
      #expect(verified.words.contains("customers.csv.provenance.csv: "), "\(verified.words)")
    }
  }

  @Test("a provenance file that is no text is named, with what helps")
  func noText() throws {
    try write()
    try bench.file("customers.csv.provenance.csv", "field,value\nword,a\u{0}b\n")
    let verified = bench.run("report verify \(file)")
    #expect(verified.status == .badData)
    #expect(
      verified.words.contains("provenance.csv: found a NUL byte in line 2"), "\(verified.words)")
    #expect(!verified.words.contains("--encoding"))
  }

  @Test("only a file has a provenance, and only a store with a change")
  func noFile() throws {
    let device = bench.run("customer list -o /dev/null --provenance")
    #expect(device.status == .usage)
    #expect(device.words.contains("/dev/null is a device"), "\(device.words)")
    #expect(bench.run("report verify /dev/null").status == .cannotOpenInput)
    let fresh = bench.folder + "/fresh.db"
    try bench.expect("store init \(fresh) --city Testville --time-zone UTC")
    let refused = bench.run("customer list -o \(file) --provenance --store \(fresh)")
    #expect(refused.status == .refused)
    #expect(refused.words.contains("has no change yet"), "\(refused.words)")
    #expect(bench.text(of: "customers.csv") == nil)
  }

  @Test("a file that was renamed, or is verified where the terminal has other letters, is the same")
  func elsewhere() throws {
    try write()
    for end in ["", ".provenance.csv"] {
      try bench.file("customers.dat" + end, try #require(bench.text(of: "customers.csv" + end)))
    }
    try bench.expect("report verify \(bench.folder)/customers.dat")
    let plot = bench.folder + "/plot.txt"
    try bench.expect("change list --fields change,rows --plot -o \(plot) --provenance")
    bench.environment["LC_ALL"] = "en_US.UTF-8"
    try bench.expect("report verify \(plot)")
    try bench.expect("change list --fields change,rows --plot -o \(plot) --provenance")
    bench.environment["LC_ALL"] = "C"
    try bench.expect("report verify \(plot)")
  }
}
