import Testing

@Suite("Numbers that were given out", .onBothEngines)
struct GivenNumberTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-09-01",
    ] { try bench.expect(line) }
  }

  @Test(
    "are not given out again after an undo",
    arguments: [
      "customer add --name Bo", "account open --cid 1 --location L1 --on 2025-09-01",
      "announcement add Open Monday", "note add account A1 Dog",
      "payment post A1 --amount 5 --on 2026-03-09",
      "request add --email bo@example.com --subject Noise --text Loud",
    ])
  func once(line: String) throws {
    var numbers: Set<String> = []
    for _ in 1...3 {
      let number = try bench.expect(line).output
      #expect(!number.isEmpty)
      #expect(numbers.insert(number).inserted, "\(number)")
      try bench.expect("change undo --yes")
    }
    // The last one comes back with its own.
    try bench.expect("change redo --yes")
  }

  @Test(
    "are given again where a command that names no record is run again, and help says so",
    arguments: [
      ("customer add", "--name Bo", "7 --name Bo", "without one, it adds another customer"),
      (
        "account open", "--cid 1 --location L1 --on 2025-09-01",
        "A9 --cid 1 --location L1 --on 2025-09-01", "without one, it opens another account"
      ),
      (
        "payment post", "A1 --amount 5", "A1 --amount 6 --reference R1",
        "posts another payment, unless it has the same reference"
      ),
    ])
  func again(command: String, without: String, with: String, help: String) throws {
    let first = try bench.expect("\(command) \(without)").output
    #expect(try bench.expect("\(command) \(without)").output != first)
    try bench.expect("\(command) \(with)")
    #expect(try bench.expect("\(command) \(with)").words.contains("unchanged"))
    let page = try bench.expect("\(command) --help").output
    #expect(page.split { $0.isWhitespace }.joined(separator: " ").contains(help), "\(page)")
  }

  @Test("do not make a redo fail, and stay those of their records")
  func redone() throws {
    let post = "payment post A1 --on 2026-03-09 --accept unusual --amount "
    #expect(try bench.expect(post + "5").output == "1\n")
    try bench.expect("change undo --yes")
    #expect(try bench.expect(post + "6").output == "2\n")
    try bench.expect("change redo --yes")
    #expect(try bench.expect(post + "7").output == "3\n")
    let list = "payment list A1 --fields payment,amount --csv --no-header --sort payment"
    #expect(try bench.expect(list).output == "1,5.00\n2,6.00\n3,7.00\n")
  }

  @Test("a number that was typed by mistake and undone does not move those that follow")
  func typed() throws {
    let first = try bench.expect("customer add --name Bo").output
    try bench.expect("customer add 999998 --name Cy")
    try bench.expect("change undo --yes")
    let next = try bench.expect("customer add --name Di").output
    #expect(Int(next.dropLast()) == Int(first.dropLast()).map { $0 + 1 })
  }
}
