import Testing

/// What is wrong with one row is told at once, whether words are no values or a rule refuses them.
@Suite("All faults of a row", .onBothEngines)
struct AllFaultsTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-01-01",
      "user register ana@example.com --first Ana --last Lee",
    ] { try bench.expect(line) }
  }

  private func faults(_ line: String) -> [String] {
    let result = bench.run(line)
    #expect(result.status != .done, "\(result)")
    return result.words.split(separator: "\n").map(String.init)
  }

  @Test("a single command names bad words, the odd year and what is not there")
  func single() {
    let words = faults("payment post A9 --bill B9 --amount 1o --on 1926-11-01 --method chek")
      .joined(separator: "\n")
    for part in [
      "--amount: found 1o", "--method: found chek", "in the year 1926", "found no account A9",
      "found no bill B9",
    ] { #expect(words.contains(part), "\(part): \(words)") }
  }

  @Test("a row of a file names the same, on the screen and in --rejects")
  func bulk() throws {
    let file = try bench.file(
      "in.csv",
      "account,bill,amount,on,method\nA9,B9,1o,1926-11-01,chek\nA1,,1o,2024-12-31,check\n")
    let rejects = bench.folder + "/bad.csv"
    let words = faults("payment post --from \(file) --rejects \(rejects)").joined(separator: "\n")
    for part in [
      ":2: amount: found 1o", ":2: method: found chek", "in the year 1926",
      ":2: account: found no account A9", ":2: bill: found no bill B9", ":3: amount: found 1o",
      ":3: on: found 2024-12-31, before account A1 was opened",
    ] { #expect(words.contains(part), "\(part): \(words)") }
    let kept = bench.text(of: "bad.csv") ?? ""
    #expect(kept.contains("no account A9") && kept.contains("before account A1"), "\(kept)")
  }

  @Test("every record that is not there is named")
  func missing() throws {
    let single = faults("link add no@example.com A9 --cid 9").joined(separator: "\n")
    let file = try bench.file("in.csv", "email,account,cid\nno@example.com,A9,9\n")
    let bulk = faults("link add --from \(file)").joined(separator: "\n")
    for words in [single, bulk] {
      for part in ["no user no@example.com", "no account A9", "no customer 9"] {
        #expect(words.contains(part), "\(part): \(words)")
        #expect(words.ranges(of: part).count == 1, "\(part): \(words)")
      }
    }
  }

  @Test("what a stand-in for a bad word would bring about is not told")
  func noInventions() {
    let lines = faults("payment post A1 --amount 1o").filter { $0.hasPrefix("ubadmin:") }
    #expect(lines.count == 1, "\(lines)")
    let new = faults("customer add 1 --name Bo --kind persn").filter { $0.hasPrefix("ubadmin:") }
    #expect(new.count == 1, "\(new)")
  }
}
