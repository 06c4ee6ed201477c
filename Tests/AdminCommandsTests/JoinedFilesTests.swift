import Accounts
import Testing

@testable import AdminCommands

/// Files that were put together from several, or saved by a spreadsheet as a single column.
@Suite("Joined files and lines in quotes", .onBothEngines)
struct JoinedFilesTests {
  let bench: CommandBench
  private static let header = "account,on,amount\n"

  init() throws {
    bench = try CommandBench(accounts: 1)
  }

  @Test("a byte order mark at the beginning of a line is passed over")
  func marks() throws {
    let rows = "A1,2026-03-02,10.00\n\u{feff}A1,2026-03-03,20.00\n\u{feff}\"A1\",2026-03-04,30.00\n"
    let posted = try bench.post("\u{feff}" + Self.header + rows)
    #expect(posted.status == .done, "\(posted)")
    #expect(posted.words.contains("3 applied"), "\(posted)")
  }

  @Test("the names of the columns once more are told as that, and the rows beside them are posted")
  func repeated() throws {
    let text =
      Self.header + "A1,2026-03-02,10.00\n\u{feff}" + Self.header + "A1,2026-03-03,20.00\n"
    let refused = try bench.post(text)
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains("day.csv:3: found the names of the columns again"), "\(refused)")
    #expect(!refused.words.contains("found no account account"), "\(refused)")
    #expect(
      try bench.post(text, "--keep-going").words.contains("2 applied, 0 unchanged, 1 rejected"))
  }

  @Test("so are names behind a row, where the first file has no line break at its end")
  func joined() throws {
    for mark in ["", "\u{feff}"] {
      let text = Self.header + "A1,2026-03-02,10.00" + mark + Self.header + "A1,2026-03-03,20.00\n"
      let refused = try bench.post(text)
      #expect(refused.status == .badData, "\(refused)")
      #expect(
        refused.words.contains(
          "day.csv:2: found the names of the columns after a row's last cell"),
        "\(refused)")
      #expect(refused.words.contains("1 applied, 0 unchanged, 1 rejected"), "\(refused)")
    }
  }

  @Test("so are the names of the columns if one that says no key is named otherwise")
  func repeatedOtherwise() throws {
    let file = try bench.file("new.csv", "cid,name\n7,Bo\nCID,Customer name\n8,Cy\n")
    let refused = bench.run("customer add --from \(file)")
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains("new.csv:3: found the names of the columns again"), "\(refused)")
  }

  @Test(
    "the names of other columns end the run, as does another order of the same",
    arguments: [
      "on,account,amount\n2026-03-03,A1,20.00\n",
      "account,on,amount,reference\nA1,2026-03-03,20.00,7\n",
      "Amount,Account\n20.00,A1\n",
    ])
  func otherTable(_ table: String) throws {
    let first = Self.header + "A1,2026-03-02,10.00\n"
    for more in ["", "--keep-going"] {
      let refused = try bench.post(first + table, more)
      #expect(refused.status == .badData, "\(refused)")
      #expect(refused.words.contains("day.csv:3: found the names of other columns"), "\(refused)")
      #expect(refused.words.contains("import each by itself"), "\(refused)")
    }
    #expect(try bench.expect("payment list --all --csv --no-header").output == "")
  }

  @Test("the names of the columns make no customer, however they are typed")
  func namesOfColumns() throws {
    let file = try bench.file("c.csv", "CID,Name\nC1,Ann Lee\ncid,name\nC2,Name\n , NAME\n")
    let refused = bench.run("customer add --from \(file) --keep-going")
    #expect(refused.words.contains("c.csv:3: found the names of the columns again"), "\(refused)")
    #expect(refused.words.contains("c.csv:5: found the names of the columns again"), "\(refused)")
    #expect(refused.words.contains("2 applied, 0 unchanged, 2 rejected"), "\(refused)")
  }

  @Test(
    "totals and comments are no records, unless that is confirmed",
    arguments: [
      ("Total", "total"), ("GRAND-TOTAL", "total"), ("Sum:", "total"), ("count", "total"),
      ("#L3", "comment"), ("//L4", "comment"),
    ])
  func totals(word: String, kind: String) throws {
    let file = try bench.file("l.csv", "location,address\nL2,2 Elm St\n\(word),3 Elm St\n")
    let refused = bench.run("location add --from \(file)")
    #expect(refused.status == .badData, "\(refused)")
    #expect(
      refused.words.contains(
        "l.csv:3: location: found \(word), expected a row of data, not a \(kind)"), "\(refused)")
    #expect(refused.words.ranges(of: "l.csv:3:").count == 1, "\(refused)")
    try bench.expect("location add --from \(file) --accept unusual")
  }

  @Test("a cell that begins with # after a blank cell is not a comment")
  func addresses() throws {
    let places = try bench.file("p.csv", "location,address\n,#12 Oak St\n")
    let refused = bench.run("location add --from \(places)")
    #expect(refused.words.contains("p.csv:2: column location is empty"), "\(refused)")
    #expect(!refused.words.contains("comment"), "\(refused)")
    let people = try bench.file("c.csv", "cid,name,phone\n,#9 LLC,\n")
    try bench.expect("customer add --from \(people)")
    let comment = try bench.file("x.csv", "title,text\n# exported today,\n")
    #expect(bench.run("announcement add --from \(comment)").words.contains("not a comment"))
  }

  @Test("a total without a number of its own, and a comment of fewer cells, are told as that")
  func totalsOfSheets() throws {
    let text =
      Self.header + ",Total,30.00\nGrand total: 30.00,,\n# exported by pat\nA1,2026-03-02,10.00\n"
    let refused = try bench.post(text, "--keep-going")
    for line in ["2: on: found Total", "3: account: found Grand total: 30.00"] {
      #expect(refused.words.contains("day.csv:\(line), expected a row of data"), "\(refused)")
    }
    #expect(refused.words.contains("4: account: found # exported by pat, expected"), "\(refused)")
    #expect(refused.words.contains("1 applied, 0 unchanged, 3 rejected"), "\(refused)")
    let file = try bench.file("n.csv", "name\nTotal Care Clinic\nSummers\nCountess\n")
    try bench.expect("customer add --from \(file)")
  }

  @Test(
    "the last lines of a report are told as that, and never posted",
    arguments: [
      ("TOTAL 2 records", "a total"), ("TOTAL 2 records,,", "a total"),
      ("Total Amount:,,30.00", "a total"), ("Deposit total,,30.00", "a total"),
      (",,30.00", "a total"), (",,\"1,030.00\"", "a total"), ("EOF", "the end of a report"),
      ("eof,,", "the end of a report"), ("-- end of report --", "the end of a report"),
      ("*** END ***,,", "the end of a report"),
      ("=====", "a separator line"), ("-----,-----,-----", "a separator line"),
      ("2 records", "a count of rows"), ("(2 rows affected)", "a count of rows"),
      ("Record count: 2,,", "a count of rows"), ("Number of payments: 2", "a count of rows"),
      ("Page 1 of 1", "a page number"),
      ("Report generated 2026-03-10,,", "a note about the report"),
    ])
  func trailers(line: String, kind: String) throws {
    let rows = Self.header + "A1,2026-03-02,10.00\nA1,2026-03-03,20.00\n"
    let refused = try bench.post(rows + line + "\n")
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains("day.csv:4: "), "\(refused)")
    #expect(refused.words.contains("expected a row of data, not \(kind)"), "\(refused)")
    #expect(refused.words.ranges(of: "day.csv:4:").count == 1, "\(refused)")
    let bad = bench.folder + "/bad.csv"
    let posted = try bench.post(rows + line + "\n", "--keep-going --rejects \(bad)")
    #expect(posted.words.contains("2 applied, 0 unchanged, 1 rejected"), "\(posted)")
    // Fed again as it is, it is the same line.
    let left = try #require(bench.text(of: "bad.csv"))
    #expect(try bench.post(left, "--rejects \(bench.folder)/more.csv").status == .badData)
    let more = bench.text(of: "more.csv")?.replacing("\"\"", with: "")
    #expect(more == left.replacing(",4,", with: ",2,"))
  }

  @Test("the mark at the end of a DOS file is no row")
  func endOfDOSFile() throws {
    let posted = try bench.post(Self.header + "A1,2026-03-02,10.00\r\n\u{1a}")
    #expect(posted.words.contains("1 applied, 0 unchanged, 0 rejected"), "\(posted)")
  }

  @Test("they make no customer or note, and what only looks like them does")
  func trailersOfTexts() throws {
    for line in ["EOF", "-- end of list --", "=====", "3 records", "Total customers: 3"] {
      let file = try bench.file("n.csv", "name\nBo\n\(line)\n")
      #expect(bench.run("customer add --from \(file)").status == .badData, "\(line)")
      let both = try bench.file("b.csv", "cid,name\n7,Bo\n,\(line)\n")
      #expect(bench.run("customer add --from \(both)").status == .badData, "\(line)")
    }
    let note = try bench.file("t.csv", "text,key\nEOF,\n")
    let refused = bench.run("note add account --from \(note)")
    #expect(refused.words.contains("not the end of a report"), "\(refused)")
    let names = "name,city\nTotal Records LLC,\n3 Brothers Cafe,\nRow House Inn,\nEnd,Ames\n"
    try bench.expect("customer add --from \(bench.file("n.csv", names))")
    let memos = "memo,account,on,amount,reference\n2 payments,A1,2026-03-02,10.00,\n"
    #expect(try bench.post(memos, "--map memo=_").status == .done)
  }

  @Test("a row whose other cells are filled is a row, also with such a word in a text before them")
  func wordsInTexts() throws {
    let rows = "address,location\n#12 Oak St,L2\n#14 Oak St,L3\n"
    let refused = bench.run("location add --from \(try bench.file("l.csv", rows))")
    #expect(refused.words.contains("2: address: found #12 Oak St, expected a row"), "\(refused)")
    let whole = "address,city,location\n#12 Oak St,Ames,L2\nTotal,Ames,L3\n"
    try bench.expect("location add --from \(bench.file("l.csv", whole))")
    let text = "memo,account,on,amount\n#1,A1,2026-03-02,10.00\nTotal,A1,2026-03-03,20.00\n"
    let others = "#,A1,2026-03-04,30.00\nTotal,,,60.00\n"
    let posted = try bench.post(text + others, "--map memo=_ --keep-going")
    #expect(posted.words.contains("2 applied, 0 unchanged, 2 rejected"), "\(posted)")
  }

  @Test("a file without rows is told, and is no failure")
  func withoutRows() throws {
    let posted = try bench.post(Self.header)
    #expect(posted.status == .done)
    #expect(posted.words.contains("note: "), "\(posted)")
    #expect(posted.words.contains("day.csv has no rows\n"))
  }

  @Test("a byte order mark within a text is never stored")
  func withinText() throws {
    for text in ["mid\u{feff}dle", "one\n\u{feff}two\u{feff}!"] {
      let refused = bench.run(["note", "add", "account", "A1", text])
      #expect(refused.status == .badData, "\(refused)")
      #expect(refused.words.contains("it contains a byte order mark"), "\(refused)")
    }
    try bench.expect(["note", "add", "account", "A1", "\u{feff}first\u{feff}"])
    #expect(try bench.expect("note list --csv --no-header --fields text").output == "first\n")
  }

  @Test(
    "lines that are one quoted cell each are told as that",
    arguments: [
      "\"account,on,amount\"\n\"A1,2026-03-02,10.00\"\n",
      "\"account;on;amount\"\n\"A1;2026-03-02;10.00\"\n",
      "\"account,on,amount\",,\n\"A1,2026-03-02,\"\"10.00\"\"\",,\n",
      "\"Account No,Day,Paid\"\n\"A1,2026-03-02,10.00\"\n",
      "account,on,amount\n\"A1,2026-03-02,10.00\"\n",
    ])
  func quoted(_ text: String) throws {
    let refused = try bench.post(text)
    #expect(refused.status == .badData, "\(refused)")
    #expect(refused.words.contains("found the whole line in quotes, as one cell"), "\(refused)")
    #expect(refused.words.contains("a spreadsheet opened the file as a single column"))
  }

  @Test("a title in quotes above the columns is still a title")
  func title() throws {
    let refused = try bench.post("\"Payments, March\"\naccount,on,amount\nA1,2026-03-02,10.00\n")
    #expect(refused.words.contains("which seem to be in line 2"), "\(refused)")
  }

  @Test("a row without its account that has the number of a check is no total")
  func checkWithoutAccount() throws {
    let refused = try bench.post(
      "account,on,amount,reference\nA1,2026-03-02,10.00,1087\n,2026-03-02,12.00,1088\n")
    #expect(refused.words.contains("day.csv:3: column account is empty"), "\(refused)")
    #expect(!refused.words.contains("total"), "\(refused)")
  }

  @Test("an address that begins with a word of totals is an address")
  func mailedAddresses() throws {
    for email in ["sum.wong@example.com", "info@total.com"] {
      try bench.expect("user register \(email) --first Sam --last Wong")
      try bench.expect("user activate \(email)")
    }
    let file = try bench.file("x.csv", "email\nsum.wong@example.com\ninfo@total.com\n")
    let added = bench.run("user suspend --from \(file)")
    #expect(added.status == .done, "\(added)")
  }
}
