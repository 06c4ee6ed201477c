import Accounts
import Testing

@testable import AdminCommands

/// Files of rows.
@Suite(.onBothEngines)
struct BulkTests {
  private func office() throws -> CommandBench {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana --phone 512-555-0101")
    try bench.expect("customer add 2 --name Bo --phone 512-555-0102")
    return bench
  }

  private func phones(_ bench: CommandBench) -> String {
    bench.run("customer list --reveal --fields phone --csv --no-header").output
  }

  @Test("the rows of a file are applied as one change")
  func applied() throws {
    let bench = try office()
    let file = try bench.file("in.csv", "cid,phone\n1,512-555-0111\n2,512-555-0102\n")
    let result = bench.run("customer set --from \(file)")
    #expect(result.status == .done)
    #expect(
      result.words.hasSuffix(
        "in.csv: 2 rows: 1 applied, 1 unchanged, 0 rejected (change 3; undo it with "
          + "`ubadmin change undo 3`)\n"))
    #expect(phones(bench) == "512-555-0111\n512-555-0102\n")
  }

  @Test("one bad row and nothing is changed; every bad row is named")
  func allOrNothing() throws {
    let bench = try office()
    let file = try bench.file("in.csv", "cid,phone\n1,512-555-0111\n3,512-555-0199\n2,x\n")
    let result = bench.run("customer set --from \(file)")
    #expect(result.status == .badData)
    #expect(result.words.contains("in.csv:3: cid: found no customer 3"))
    #expect(result.words.contains("in.csv:4: phone: found x"))
    #expect(result.words.contains("1 applied, 0 unchanged, 2 rejected; nothing was changed"))
    #expect(phones(bench) == "512-555-0101\n512-555-0102\n")
  }

  @Test("a later row sees what an earlier row did")
  func order() throws {
    let bench = try CommandBench()
    let file = try bench.file("in.csv", "cid,name\n5,Ana\n5,Ana\n5,Bo\n")
    let result = bench.run("customer add --from \(file) --keep-going")
    #expect(result.words.contains("3 rows: 1 applied, 1 unchanged, 1 rejected"))
  }

  @Test("the same file again changes nothing")
  func again() throws {
    let bench = try CommandBench()
    let file = try bench.file("in.csv", "cid,name\n5,Ana\n6,Bo\n")
    bench.run("customer add --from \(file)")
    let again = bench.run("customer add --from \(file)")
    #expect(again.words.contains("0 applied, 2 unchanged, 0 rejected"))
    #expect(bench.run("change list --fields change --csv --no-header").output == "1\n")
  }

  @Test("constants stand on the command line")
  func constants() throws {
    let bench = try CommandBench()
    let file = try bench.file("in.csv", "cid,name\n5,Ana\n")
    bench.run("customer add --from \(file) --state TX --kind organization")
    #expect(
      bench.run("customer list --fields state,kind --csv --no-header").output
        == "TX,organization\n")
  }

  @Test("a constant that is also a column is an error")
  func constantAndColumn() throws {
    let bench = try office()
    let file = try bench.file("in.csv", "cid,phone\n1,512-555-0111\n")
    let result = bench.run("customer set --from \(file) --phone 512-555-0199")
    #expect(result.status == .usage)
    #expect(result.words.contains("phone is given both on the command line and as a column"))
  }

  @Test("columns of other names are mapped")
  func map() throws {
    let bench = try office()
    let file = try bench.file("in.csv", "Customer No,Telephone\n1,512-555-0111\n")
    let result = bench.run([
      "customer", "set", "--from", file, "--map", "Customer No=cid", "--map", "Telephone=phone",
    ])
    #expect(result.status == .done)
    #expect(phones(bench) == "512-555-0111\n512-555-0102\n")
    let left = try bench.file("in.csv", "cid,merged-into,phone\n1,9,512-555-0112\n")
    #expect(bench.run("customer set --from \(left) --map merged-into=_").status == .done)
  }

  @Test(
    "a header that does not fit is an error that names line and column",
    arguments: [
      ("cid,fone\n", "in.csv:1, column 2: unknown field fone"),
      ("cid;phone\n", "the columns are separated by semicolons: use --delimiter semicolon"),
      ("cid\tphone\n", "the columns are separated by tabs"),
      ("sep=,\ncid,phone\n", "delete the line sep="),
      ("cid,phone,cid\n", "in.csv:1, column 3: the column cid appears twice"),
      ("phone\n", "in.csv:1: the required column cid is missing"),
      ("", "in.csv is empty"),
    ])
  func header(text: String, message: String) throws {
    let bench = try office()
    let file = try bench.file("in.csv", text)
    let result = bench.run("customer set --from \(file)")
    #expect(result.status == .badData)
    #expect(result.words.contains(message))
  }

  @Test("a ragged row is rejected by its line")
  func ragged() throws {
    let bench = try office()
    let file = try bench.file("in.csv", "cid,phone\n1\n2,512-555-0122\n")
    let result = bench.run("customer set --from \(file) --keep-going")
    #expect(result.status == .someRowsFailed)
    #expect(result.words.contains("in.csv:2: found 1 cell"))
    #expect(phones(bench) == "512-555-0101\n512-555-0122\n")
  }

  @Test("standard input is a file too")
  func standardInput() throws {
    let bench = try office()
    let result = bench.run("customer set --from -", input: "cid,phone\n1,512-555-0111\n")
    #expect(result.words.contains("standard input: 1 row: 1 applied"))
  }

  @Test("a file that is not there cannot be opened")
  func noFile() throws {
    let bench = try office()
    #expect(bench.run("customer set --from /nowhere/in.csv").status == .cannotOpenInput)
  }

  @Test("a dry run shows every row's fields and changes nothing")
  func dryRun() throws {
    let bench = try office()
    let file = try bench.file("in.csv", "cid,phone\n1,512-555-0111\n2,512-555-0102\n")
    let result = bench.run("customer set --from \(file) --dry-run --csv")
    #expect(
      result.output == """
        line,action,table,key,field,before,after
        2,~,customer,1,phone,•••0101,•••0111

        """)
    #expect(result.words.contains("1 applied, 1 unchanged, 0 rejected; dry run"))
    #expect(phones(bench) == "512-555-0101\n512-555-0102\n")
  }

  @Test("the template prints the header, required columns first")
  func template() throws {
    let bench = try CommandBench(withStore: false)
    #expect(bench.run("customer set --csv-template").output.hasPrefix("cid,name,first,last,"))
  }

  @Test("our own export's formula escape is taken away on the way in")
  func formulas() throws {
    let bench = try CommandBench()
    try bench.expect(["customer", "add", "5", "--name", "=1+1"])
    let export = bench.run("customer list --fields cid,name --csv").output
    #expect(export == "cid,name\n5,'=1+1\n")
    let file = try bench.file("in.csv", export)
    #expect(bench.run("customer add --from \(file)").words.contains("1 unchanged"))
  }

  @Test("the outcome is an object for programs")
  func json() throws {
    let bench = try office()
    let file = try bench.file("in.csv", "cid,phone\n1,512-555-0111\n")
    let result = bench.run("customer set --from \(file) --json")
    #expect(result.output.contains("\"applied\":1"))
    #expect(result.output.contains("\"change\":3"))
  }
}
