import Accounts
import Reports
import Testing

@testable import AdminCommands

@testable import Values

/// Files of bad rows: corrected, and fed again.
@Suite(.onBothEngines)
struct RejectsTests {
  private func office() throws -> CommandBench {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana --phone 512-555-0101")
    try bench.expect("customer add 2 --name Bo --phone 512-555-0102")
    return bench
  }

  private func phones(_ bench: CommandBench) -> String {
    bench.run("customer list --reveal --fields phone --csv --no-header").output
  }

  @Test("with --keep-going the good rows are applied, the bad ones can be corrected and fed again")
  func keepGoing() throws {
    let bench = try office()
    let file = try bench.file("in.csv", "cid,phone,_remark\n1,512-555-0111,a\n2,x,\"b,c\"\n")
    let rejects = bench.folder + "/bad.csv"
    let result = bench.run("customer set --from \(file) --keep-going --rejects \(rejects)")
    #expect(result.status == .someRowsFailed)
    let bad = try #require(bench.text(of: "bad.csv"))
    #expect(
      bad == """
        cid,phone,_remark,_line,_field,_code,_message
        2,x,"b,c",3,phone,malformed,"phone: found x, expected a telephone number, e.g. 512-555-0142; too few digits: add the area code"

        """)
    let corrected = try bench.file("bad.csv", bad.replacing("2,x", with: "2,512-555-0122"))
    #expect(bench.run("customer set --from \(corrected)").status == .done)
    #expect(phones(bench) == "512-555-0111\n512-555-0122\n")
  }

  @Test("bad rows of a file of bad rows do not gather columns")
  func rejectsOfRejects() throws {
    let bench = try office()
    let file = try bench.file("in.csv", "cid,phone\n2,x\n")
    let rejects = bench.folder + "/bad.csv"
    bench.run("customer set --from \(file) --rejects \(rejects)")
    let once = try #require(bench.text(of: "bad.csv"))
    bench.run("customer set --from \(rejects) --rejects \(rejects)")
    #expect(bench.text(of: "bad.csv") == once)
  }

  @Test("a row with too few or too many cells stays so, however often it is fed unmended")
  func ragged() throws {
    let bench = try office()
    let file = try bench.file(
      "in.csv", "cid,name,phone,city\n3,Cy,512-555-0103\n4,Di,512-555-0104,Waco,TX\n")
    let rejects = bench.folder + "/bad.csv"
    #expect(bench.run("customer add --from \(file) --rejects \(rejects)").status == .badData)
    let once = try #require(bench.text(of: "bad.csv"))
    #expect(once.contains("\n3,Cy,512-555-0103,2,\"\",ragged_row,"))
    #expect(once.contains("\n4,Di,512-555-0104,Waco,TX,3,\"\",ragged_row,"))
    bench.run("customer add --from \(rejects) --rejects \(rejects)")
    #expect(bench.text(of: "bad.csv") == once)
    let corrected = try bench.file(
      "bad.csv", once.replacing("0103,2", with: "0103,,2").replacing("Waco,TX", with: "Waco"))
    #expect(bench.run("customer add --from \(corrected)").words.contains("2 applied"))
  }

  @Test(
    "a row with too few cells that a spreadsheet has filled up is not taken for corrected",
    arguments: [1, 2, 3, 4])
  func filledUp(missing: Int) throws {
    let bench = try office()
    let cells = ["3", "Cy", "512-555-0103", "Elm St", "Waco"]
    let row = cells.dropLast(missing).joined(separator: ",")
    let file = try bench.file("in.csv", "cid,name,phone,address,city\n\(row)\n")
    let rejects = bench.folder + "/bad.csv"
    bench.run("customer add --from \(file) --rejects \(rejects)")
    let bad = try #require(bench.text(of: "bad.csv")).dropLast()
    let filled = try bench.file("bad.csv", bad + String(repeating: ",", count: missing) + "\n")
    let again = bench.run("customer add --from \(filled)")
    #expect(again.status == .badData)
    #expect(again.words.contains("expected every cell under its own column"))
  }

  @Test("a row that cannot be read is told by its own code and column")
  func unreadable() throws {
    let bench = try office()
    let file = try bench.file("in.csv", "cid,name\n3,C\u{0}y\n4,D\"i\n5\n")
    bench.run("customer add --from \(file) --rejects \(bench.folder)/bad.csv")
    let bad = try #require(bench.text(of: "bad.csv"))
    #expect(bad.contains(",2,name,nul_byte,"))
    #expect(bad.contains(",3,name,bare_quote,"))
    #expect(bad.contains(",4,\"\",ragged_row,"))
  }

  @Test("every fault after which a file can be read on has a code")
  func codes() {
    for kind in CSVError.Kind.allCases where !kind.endsFile {
      #expect(RejectionCode(rawValue: kind.rawValue) != nil, "\(kind)")
    }
  }

  @Test("bad rows of a file in another encoding are fed again by the same command")
  func encoding() throws {
    let bench = try office()
    let file = try bench.file(
      "in.csv", Array("cid,name,phone\n3,Fran".utf8) + [0xE7] + Array("ois,x\n".utf8))
    let rejects = bench.folder + "/bad.csv"
    let command = "customer add --encoding latin-1 --rejects \(rejects) --from "
    #expect(bench.run(command + file).status == .badData)
    let bad = try #require(bench.text(of: "bad.csv"))
    let corrected = try bench.file("corrected.csv", bad.replacing(",x,", with: ",512-555-0103,"))
    #expect(bench.run(command + corrected).status == .done)
    #expect(bench.run("customer list --fields name --csv").output.contains("François\n"))
  }

  @Test("bad rows of an earlier run are kept under another name, also by a run without bad rows")
  func kept() throws {
    let bench = try office()
    let file = try bench.file("in.csv", "cid,phone\n1,512-555-0111\n2,x\n")
    let command = "customer set --from \(file) --keep-going --rejects \(bench.folder)/bad.csv"
    let first = bench.run(command)
    #expect(first.status == .someRowsFailed)
    #expect(!first.words.contains("kept"), "\(first)")
    try bench.file("in.csv", "cid,phone\n1,512-555-0133\n")
    let bad = try #require(bench.text(of: "bad.csv"))
    let shown = try bench.expect(command + " --dry-run")
    #expect(shown.words.contains("a dry run does not replace \(bench.folder)/bad.csv"), "\(shown)")
    #expect(bench.text(of: "bad.csv") == bad)
    let second = try bench.expect(command)
    #expect(
      second.words.contains(
        "bad.csv had rows of an earlier run; they are kept in \(bench.folder)/bad-1.csv"),
      "\(second)")
    let empty = "cid,phone,_line,_field,_code,_message\n"
    #expect(bench.text(of: "bad.csv") == empty)
    #expect(bench.text(of: "bad-1.csv") == bad)
    // A header alone is nothing to lose.
    try bench.file("in.csv", "cid,phone\n1,512-555-0144\n")
    #expect(try !bench.expect(command).words.contains("kept"))
    // Each night has its own rows, and what has the next name already stays.
    for night in 2...3 {
      try bench.file("in.csv", "cid,phone\n1,512-555-014\(night)\n2,y\(night)\n")
      #expect(bench.run(command).status == .someRowsFailed)
    }
    #expect(bench.text(of: "bad-1.csv") == bad)
    #expect(bench.text(of: "bad-2.csv")?.contains("\n2,y2,") == true)
    #expect(bench.text(of: "bad.csv")?.contains("\n2,y3,") == true)
    let corrected = bad.replacing("2,x,", with: "2,512-555-0122,")
    try bench.file("bad-1.csv", corrected)
    try bench.expect("customer set --from \(bench.folder)/bad-1.csv")
    #expect(phones(bench) == "512-555-0143\n512-555-0122\n")
  }

  @Test("another file is kept with those words, also with one line")
  func keptOther() throws {
    let bench = try office()
    let file = try bench.file("in.csv", "cid,phone\n1,512-555-0111\n2,x\n")
    let path = try bench.file("letter", "Dear Ana,")
    let command = "customer set --from \(file) --keep-going --rejects \(path)"
    #expect(bench.run(command + " --dry-run").words.contains("does not replace \(path); "))
    #expect(bench.text(of: "letter") == "Dear Ana,")
    let done = bench.run(command)
    #expect(
      done.words.contains("\(path) was not a file of rejected rows; it is kept as \(path)-1"),
      "\(done)")
    #expect(bench.text(of: "letter")?.hasPrefix("cid,phone,_line,") == true)
    #expect(bench.text(of: "letter-1") == "Dear Ana,")
  }

  @Test("where the bad rows cannot be written, nothing is changed")
  func fullDisk() throws {
    let bench = try office()
    let file = try bench.file("in.csv", "cid,phone\n1,512-555-0111\n2,x\n")
    let result = bench.run("customer set --from \(file) --keep-going --rejects /dev/full")
    #expect(result.status == .inputOutput)
    #expect(phones(bench) == "512-555-0101\n512-555-0102\n")
  }
}

/// Files that no output may replace.
struct ReplacedStoreTests {
  @Test(
    "neither output nor bad rows take the place of another store", arguments: ["", "-wal", "-shm"])
  func refused(ending: String) throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    let other = bench.folder + "/other.db"
    try bench.expect("store init \(other)")
    let path = other + ending
    if !ending.isEmpty { try bench.file("other.db" + ending, "") }
    let file = try bench.file("in.csv", "cid,name\n2,\n")
    for command in [
      "customer list --csv -o \(path)", "customer add --from \(file) --rejects \(path)",
    ] {
      let result = bench.run(command)
      #expect(result.status == .cannotCreateOutput)
      #expect(result.words.contains("will not be replaced"))
    }
    #expect(bench.run("customer list --fields cid --csv --no-header").output == "1\n")
  }
}
