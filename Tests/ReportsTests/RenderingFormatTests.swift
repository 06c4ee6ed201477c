import Testing

@testable import Reports

@Suite("Formats")
struct RenderingFormatTests {
  @Test("a table aligns by terminal cells and shows what is invisible")
  func table() throws {
    #expect(
      try rendered(.table, AwkwardTable.columns, AwkwardTable.rows) == """
        Name                  Due         Days     Used        Amount  Late
        --------------------  ----------  ----  -------  ------------  ----
        Ada "Al" O'Neil, Jr   2015-11-25     0    0.125         -0.50  no
        東京水道              2015-11-25     1   -1.375  1,234,500.99  yes
        👨‍👩‍👧‍👦 Ω                  2015-11-25     2   -2.875         -0.50  no
        Ze\u{301}ro\u{301}                  2015-11-25     3   -4.375         -0.50  yes
        שלום                  2015-11-25     4   -5.875         -0.50  no
        a␛[31mred
        two⏎lines␉|pipe\\      2015-11-25     6   -8.875         -0.50  no
        =1+2                  2015-11-25     7  -10.375         -0.50  yes
        \\u{202e}evil\\u{2028}
        b\u{FFFD}d                   2015-11-25     9  -13.375         -0.50  yes
                              2015-11-25    10  -14.875         -0.50  no


        """)
  }

  @Test("CSV quotes where needed, escapes formulas, and distinguishes null from empty text")
  func csv() throws {
    #expect(
      try rendered(.csv, AwkwardTable.columns, AwkwardTable.rows.filter(isUTF8)) == """
        name,due,days,used,amount,late
        "Ada ""Al"" O'Neil, Jr",2015-11-25,0,0.125,-0.50,false
        東京水道,2015-11-25,1,-1.375,1234500.99,true
        👨‍👩‍👧‍👦 Ω,2015-11-25,2,-2.875,-0.50,false
        Ze\u{301}ro\u{301},2015-11-25,3,-4.375,-0.50,true
        שלום,2015-11-25,4,-5.875,-0.50,false
        a\u{1B}[31mred,,,,,
        "two
        lines\t|pipe\\",2015-11-25,6,-8.875,-0.50,false
        '=1+2,2015-11-25,7,-10.375,-0.50,true
        \u{202E}evil\u{2028},,,,,
        "",2015-11-25,10,-14.875,-0.50,false
        ,,,,,

        """)
  }

  @Test("TSV writes tabs and line ends in cells as \\t and \\n")
  func tsv() throws {
    #expect(
      try rendered(.tsv, AwkwardTable.columns, [AwkwardTable.rows[6], AwkwardTable.rows[7]])
        == "name\tdue\tdays\tused\tamount\tlate\n"
        + "two\\nlines\\t|pipe\\\\\t2015-11-25\t6\t-8.875\t-0.50\tfalse\n"
        + "'=1+2\t2015-11-25\t7\t-10.375\t-0.50\ttrue\n")
  }

  @Test("JSON is an array with an object a line")
  func json() throws {
    let rows = [AwkwardTable.rows[0], AwkwardTable.rows[1], AwkwardTable.rows[11]]
    #expect(
      try rendered(.json, AwkwardTable.columns, rows) == #"""
        [
        {"name":"Ada \"Al\" O'Neil, Jr","due":"2015-11-25","days":0,\#
        "used":0.125,"amount":"-0.50","late":false},
        {"name":"東京水道","due":"2015-11-25","days":1,\#
        "used":-1.375,"amount":"1234500.99","late":true},
        {"name":null,"due":null,"days":null,"used":null,"amount":null,"late":null}
        ]

        """#)
  }

  @Test("NDJSON is an object a line, with everything harmful escaped")
  func ndjson() throws {
    let columns = [AwkwardTable.columns[0]]
    #expect(
      try rendered(.ndjson, columns, AwkwardTable.names.map { [$0] }) == #"""
        {"name":"Ada \"Al\" O'Neil, Jr"}
        {"name":"東京水道"}
        {"name":"👨‍👩‍👧‍👦 Ω"}
        {"name":"Ze\#u{301}ro\#u{301}"}
        {"name":"שלום"}
        {"name":"a\u001b[31mred"}
        {"name":"two\nlines\t|pipe\\"}
        {"name":"=1+2"}
        {"name":"\u202eevil\u2028"}
        {"name":"b\#u{FFFD}d"}
        {"name":""}
        {"name":null}

        """#)
  }

  @Test("Markdown escapes what would end a cell or be taken for markup")
  func markdown() throws {
    #expect(
      try rendered(.markdown, AwkwardTable.columns, AwkwardTable.rows) == #"""
        | Name | Due | Days | Used | Amount | Late |
        | --- | --- | ---: | ---: | ---: | --- |
        | Ada "Al" O'Neil, Jr | 2015-11-25 | 0 | 0.125 | -0.50 | no |
        | 東京水道 | 2015-11-25 | 1 | -1.375 | 1,234,500.99 | yes |
        | 👨‍👩‍👧‍👦 Ω | 2015-11-25 | 2 | -2.875 | -0.50 | no |
        | Ze\#u{301}ro\#u{301} | 2015-11-25 | 3 | -4.375 | -0.50 | yes |
        | שלום | 2015-11-25 | 4 | -5.875 | -0.50 | no |
        | a␛\[31mred |  |  |  |  |  |
        | two⏎lines␉\|pipe\\ | 2015-11-25 | 6 | -8.875 | -0.50 | no |
        | =1+2 | 2015-11-25 | 7 | -10.375 | -0.50 | yes |
        | \\u{202e}evil\\u{2028} |  |  |  |  |  |
        | b\#u{FFFD}d | 2015-11-25 | 9 | -13.375 | -0.50 | yes |
        |  | 2015-11-25 | 10 | -14.875 | -0.50 | no |
        |  |  |  |  |  |  |

        """#)
  }

  @Test("an underscore within a word is no Markdown, at its edge it is")
  func underscore() {
    #expect(MarkdownText.escaped("first_name _x_ <b>") == #"first_name \_x\_ \<b>"#)
  }

  @Test(
    "without rows a format is still whole",
    arguments: [
      (OutputFormat.table, "Name\n----\n"), (.csv, "name\n"), (.tsv, "name\n"), (.json, "[]\n"),
      (.ndjson, ""), (.markdown, "| Name |\n| --- |\n"),
    ])
  func empty(format: OutputFormat, expected: String) throws {
    #expect(try rendered(format, [AwkwardTable.columns[0]], []) == expected)
  }

  @Test(
    "a statement that returns no columns is no reason to stop", arguments: OutputFormat.allCases)
  func noColumns(format: OutputFormat) {
    #expect(throws: Never.self) { try rendered(format, [], []) }
  }

  @Test(
    "the header can be left out",
    arguments: [
      (OutputFormat.table, "x\n"), (.csv, "x\n"), (.tsv, "x\n"),
      (.json, "[\n{\"name\":\"x\"}\n]\n"),
      (.ndjson, "{\"name\":\"x\"}\n"), (.markdown, "| x |\n"),
    ])
  func noHeader(format: OutputFormat, expected: String) throws {
    let options = RenderingOptions(header: false)
    let text = try rendered(format, [AwkwardTable.columns[0]], [[.text("x")]], options: options)
    #expect(text == expected)
  }

  @Test("formulas are left as they are when asked", arguments: [OutputFormat.csv, .tsv])
  func formulas(format: OutputFormat) throws {
    let options = RenderingOptions(header: false, escapeFormulas: false)
    let text = try rendered(format, [AwkwardTable.columns[0]], [[.text("=1")]], options: options)
    #expect(text == "=1\n")
  }

  @Test(
    "what a spreadsheet would run is escaped, and what looks escaped already once more",
    arguments: [
      ("=1", "'=1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"),
      ("\rx", "\"'\rx\""), ("'=1", "''=1"), ("''-", "'''-"), ("=\"a\"", "\"'=\"\"a\"\"\""),
      ("'tis", "'tis"), ("'", "'"), ("a=1", "a=1"), (" =1", "\" =1\""), ("(=1)", "(=1)"),
    ])
  func formulaCells(text: String, cell: String) throws {
    let options = RenderingOptions(header: false)
    let written = try rendered(.csv, [AwkwardTable.columns[0]], [[.text(text)]], options: options)
    #expect(Array(written.utf8) == Array((cell + "\n").utf8))
  }

  @Test("a lone null in CSV is not a blank line, which readers skip")
  func loneNull() throws {
    #expect(try rendered(.csv, [AwkwardTable.columns[0]], [[.null]]) == "name\n\"\"\n")
  }

  @Test("a whole number in a column of text is written plainly")
  func numberInText() throws {
    #expect(try rendered(.csv, [AwkwardTable.columns[0]], [[.number(-7)]]) == "name\n-7\n")
  }

  private func isUTF8(_ row: [TestCell]) -> Bool {
    if case .bytes = row[0] { false } else { true }
  }
}
