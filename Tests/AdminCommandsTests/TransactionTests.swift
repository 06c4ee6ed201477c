@testable import AdminCommands
import Accounts
import Testing

@Suite("Several commands as one change", .onBothEngines)
struct TransactionTests {
  private func script(_ lines: String..., in bench: CommandBench) -> CommandBench.Result {
    bench.run([], input: lines.joined(separator: "\n") + "\n")
  }

  private func names(_ bench: CommandBench) throws -> String {
    try bench.expect("customer list --csv --fields name --no-header --sort cid").output
  }

  @Test("the journal shows one change with both commands, and an undo undoes it whole")
  func commits() throws {
    let bench = try CommandBench()
    let result = script(
      "begin", "customer add 1 --name Ana --reason first",
      "customer add 2 --name Bo --reason second",
      "customer show 2 --json", "commit", in: bench)
    #expect(result.status == .done, "\(result)")
    #expect(result.output.contains("\"Bo\""))
    #expect(result.words.contains("committed 2 commands (change "))
    let journal = try bench.expect("change list --limit 1 --json").output
    #expect(
      journal.contains("ubadmin customer add 1 --name"), "\(journal)")
    #expect(journal.contains("; ubadmin customer add 2"), "\(journal)")
    #expect(journal.contains("first; second"), "\(journal)")
    #expect(try names(bench) == "Ana\nBo\n")
    try bench.expect("change undo --yes")
    #expect(try names(bench) == "")
    try bench.expect("change verify --rows")
  }

  @Test("a search finds what the transaction has made, also where there is an index")
  func searches() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    try Store.open(try StoreLocation(bench.store)).updateSearchIndex(rebuilds: true)
    let result = script(
      "begin", "customer add 2 --name Zedson", "search zedson --csv --fields id", "commit",
      in: bench)
    #expect(result.status == .done, "\(result)")
    #expect(result.output.contains("id\n2\n"), "\(result)")
  }

  @Test("a script ends no transaction that it has not begun", arguments: ["commit", "rollback"])
  func ofOuterScript(end: String) throws {
    let bench = try CommandBench()
    let inner = try bench.file("inner.txt", "customer add 2 --name Bo\n\(end)\n")
    let result = script(
      "begin", "customer add 1 --name Ana", "run \(inner)", "commit", in: bench)
    #expect(result.status == .usage, "\(result)")
    #expect(result.words.contains("\(end): the transaction was begun outside of this script"))
    #expect(try names(bench) == "")
    try bench.file("inner.txt", "customer add 2 --name Bo\n")
    #expect(
      script("begin", "customer add 1 --name Ana", "run \(inner)", "commit", in: bench).status
        == .done)
    #expect(try names(bench) == "Ana\nBo\n")
  }

  @Test("what is rolled back leaves nothing behind")
  func rollsBack() throws {
    let bench = try CommandBench()
    let result = script(
      "begin", "customer add 1 --name Ana", "rollback", "customer add 2 --name Bo", "begin",
      "commit",
      in: bench)
    #expect(result.status == .done, "\(result)")
    #expect(result.words.contains("rolled back 1 command; nothing was changed"))
    #expect(result.words.contains("nothing to commit"))
    #expect(try names(bench) == "Bo\n")
  }

  @Test("a command that fails rolls everything back, and only rollback goes on")
  func fails() throws {
    let bench = try CommandBench()
    let path = try bench.file(
      "night.txt",
      """
      begin
      customer add 1 --name Ana
      customer add 1 --name Bo
      customer add 3 --name Cy
      commit
      rollback
      customer add 4 --name Di

      """)
    let result = bench.run("run \(path) --keep-going")
    #expect(result.status == .someRowsFailed, "\(result)")
    #expect(result.words.contains("the transaction has failed"))
    #expect(result.words.contains("end it with `rollback`"))
    #expect(try names(bench) == "Di\n")
  }

  @Test("a script that ends inside a transaction is rolled back and fails")
  func ends() throws {
    let bench = try CommandBench()
    let result = script("begin", "customer add 1 --name Ana", in: bench)
    #expect(result.status == .refused)
    #expect(result.words.contains("ended inside a transaction; 1 command rolled back"), "\(result)")
    #expect(try names(bench) == "")
  }

  @Test("a script inside a transaction is part of it")
  func nested() throws {
    let bench = try CommandBench()
    let path = try bench.file("inner.txt", "customer add 2 --name Bo\n")
    let result = script("begin", "customer add 1 --name Ana", "run \(path)", "rollback", in: bench)
    #expect(result.status == .done, "\(result)")
    #expect(result.words.contains("rolled back 2 commands"), "\(result)")
    #expect(try names(bench) == "")
  }

  @Test("balances follow within the transaction, and files of rows are part of it")
  func settles() throws {
    let bench = try CommandBench()
    for line in [
      "customer add 1 --name Ana", "location add L1 --address 1-Main",
      "account open A1 --cid 1 --location L1 --on 2025-01-01",
      "bill add B1 A1 --on 2026-02-01 --amount 41.80",
    ] { try bench.expect(line) }
    let file = try bench.file(
      "pay.csv", "account,on,amount\nA1,2026-02-10,10\nA1,2026-02-11,11.80\n")
    let result = script(
      "begin", "payment post A1 --on 2026-02-09 --amount 10", "payment post --from \(file)",
      "bill show B1 --json", "commit", in: bench)
    #expect(result.status == .done, "\(result)")
    #expect(result.output.contains("\"10.00\""), "\(result)")
    #expect(try bench.expect("account show A1 --json").output.contains("\"10.00\""))
    #expect(bench.run("payment post --from \(file)").status == .conflict)
    try bench.expect("store check")
  }

  @Test(
    "what makes changes of its own, or shows what must be recorded, is refused",
    arguments: [
      "change undo --yes", "mail send", "customer show 1 --reveal", "customer set 1 --name B -n",
      "begin", "query 'SELECT 1'", "store check",
    ])
  func refuses(line: String) throws {
    let bench = try CommandBench()
    let result = script("begin", "customer add 1 --name Ana", line, "commit", in: bench)
    #expect(result.status == .usage, "\(result)")
    #expect(try names(bench) == "")
  }

  @Test("outside of a prompt or script there is none", arguments: ["begin", "commit", "rollback"])
  func alone(command: String) throws {
    #expect(try CommandBench().run(command).status == .usage)
  }
}
