import Accounts
import Testing

@testable import AdminCommands

@Suite("Payments, announcements and banks that TAB offers", .onBothEngines)
struct CompletedNumbersTests {
  private func office() throws -> CommandBench {
    let bench = try CommandBench(on: "2026-03-10")
    for line in [
      ["customer", "add", "1", "--name", "Dora Salas", "--first", "Dora", "--last", "Salas"],
      ["location", "add", "L1", "--address", "705 Acorn St"],
      ["account", "open", "2001", "--cid", "1", "--location", "L1", "--on", "2025-01-01"],
      ["meter", "add", "M1", "--service", "WATER"],
      [
        "service", "start", "2001", "WATER", "--on", "2026-01-01", "--meter", "M1", "--reading",
        "1",
      ],
      ["bill", "add", "B1", "2001", "--on", "2026-02-01", "--amount", "41.80"],
      ["announcement", "add", "Office closed", "Closed on Monday.", "--from", "2026-03-10"],
    ] { try bench.expect(line) }
    for number in 1...12 {
      try bench.expect(
        "payment post 2001 --amount \(number) --on 2026-03-01 --reference K\(number)")
    }
    return bench
  }

  private func offered(_ bench: CommandBench, _ words: String) -> [String] {
    bench.run(["complete", "fish", "ubadmin " + words]).output
      .split(separator: "\n").map(String.init)
  }

  private func ids(_ bench: CommandBench, _ words: String) -> [String] {
    offered(bench, words).map { String($0.prefix { $0 != "\t" }) }
  }

  @Test("a payment by its number, the latest first, with amount, day, account and customer")
  func payments() throws {
    let bench = try office()
    #expect(ids(bench, "payment reverse 1") == ["12", "11", "10", "1"])
    #expect(
      offered(bench, "payment move 7") == ["7\t$7.00 · 2026-03-01 · 2001 · Salas, Dora"])
    #expect(ids(bench, "payment reverse 01") == [])
    try bench.expect("payment reverse 12 --reason returned")
    #expect(ids(bench, "payment reverse 1") == ["11", "10", "12", "1"])
    #expect(offered(bench, "payment reverse 12").first?.hasSuffix(" · reversed") == true)
    #expect(ids(bench, "payment reverse sala").first == "11")
    #expect(ids(bench, "payment reverse K7").first == "7")
  }

  @Test("with an account in use its own payments come first")
  func inUse() throws {
    let bench = try office()
    for line in [
      ["location", "add", "L2", "--address", "9 Elm St"],
      ["account", "open", "2002", "--cid", "1", "--location", "L2", "--on", "2025-01-01"],
      ["payment", "post", "2002", "--amount", "5", "--on", "2026-03-01"],
    ] { try bench.expect(line) }
    let store = try Store.open(StoreLocation(bench.store), access: .read)
    let ids = try store.records(.payment, named: "1", inUse: "2001", limit: 20).records.map(\.id)
    #expect(ids == ["12", "11", "10", "1", "13"])
  }

  @Test("bills and meters by their customer's name, too")
  func names() throws {
    let bench = try office()
    #expect(offered(bench, "bill show salas") == ["B1\t2001 · Salas, Dora · due 2026-02-22"])
    #expect(
      offered(bench, "meter show salas") == ["M1\tWATER · 2001 · Salas, Dora · 705 Acorn St"])
    try bench.expect("setting set completion.names no")
    #expect(offered(bench, "bill show salas") == [])
    #expect(offered(bench, "bill show B") == ["B1\t2001 · due 2026-02-22"])
    #expect(offered(bench, "payment move 7") == ["7\t$7.00 · 2026-03-01 · 2001"])
  }

  @Test("announcements, and banks of earlier enrollments")
  func others() throws {
    let bench = try office()
    #expect(
      offered(bench, "announcement retire ") == ["1\tOffice closed · from 2026-03-10"])
    try bench.expect("announcement retire 1")
    #expect(
      offered(bench, "announcement retire ") == ["1\tOffice closed · from 2026-03-10 · retired"])
    bench.environment["UBADMIN_EFT_KEY"] = try bench.file("key", String(repeating: "k", count: 32))
    #expect(ids(bench, "eft enroll 2001 --routing ") == [])
    let enrolled = bench.run("eft enroll 2001 --routing 021000021", input: "123456789\n")
    #expect(enrolled.status == .done, "\(enrolled)")
    let bank = ["021000021\tlast enrollment 2026-03-10"]
    #expect(offered(bench, "eft set 2001 --routing ") == bank)
    #expect(offered(bench, "eft list --bank 02") == bank)
    #expect(ids(bench, "eft list --bank 9") == [])
    try bench.expect("location add L2 --address Elm")
    try bench.expect("account open 1999 --cid 1 --location L2 --on 2025-01-01")
    #expect(ids(bench, "account show ") == ["1999", "2001"])
    #expect(ids(bench, "eft hold ") == ["2001", "1999"])
  }

  @Test("changes and requests of any number, not of the last thousand alone")
  func ranges() {
    #expect(PrefixedNumbers.ranges("17", upTo: 2000) == [1700...1799, 170...179, 17...17])
    #expect(PrefixedNumbers.ranges("", upTo: 5) == [0...5])
    #expect(PrefixedNumbers.ranges("7", upTo: 5) == [])
    #expect(PrefixedNumbers.ranges("07", upTo: 100) == [])
    #expect(PrefixedNumbers.ranges("2026-01", upTo: 5000) == [])
    #expect(PrefixedNumbers.ranges("9", upTo: .max).count == 18)
  }
}
