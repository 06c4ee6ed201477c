import Testing

@testable import Reports

@Suite("Pages")
struct RenderingPageTests {
  private static let page = Page(
    title: "Customer 000987",
    sections: [
      .fields([
        PageField("cid", label: "Customer ID", .text("000987")),
        PageField("name", label: "Name", .text("Zoë 東京\u{1B}")),
        PageField("balance", label: "Balance", .money(-123_456)),
        PageField("phone", label: "Phone", .null),
      ]),
      .fields(
        title: "Delivery",
        [
          PageField("since", label: "Since", .date("2015-11-25")),
          PageField("bounced", label: "Bounced", .boolean(true)),
        ]),
      .table(
        PageTable(
          "bills", title: "Bills",
          columns: [
            ReportColumn("bill", title: "Bill", kind: .text),
            ReportColumn("used", title: "Used", kind: .quantity),
          ],
          rows: [[.text("B|1"), .quantity(12_500)], [.text("B2"), .null]])),
      .table(
        PageTable(
          "links", title: "Links",
          columns: [ReportColumn("email", title: "E-mail", kind: .text)], rows: [])),
      .chart(title: "Usage", lines: ["Jan ▇▇▇", "Feb ▇"]),
    ])

  @Test("for people: labels and values aligned, tables and charts under their titles")
  func table() throws {
    #expect(
      try rendered(Self.page, .table) == """
        Customer 000987
        ===============

        Customer ID  000987
        Name         Zoë 東京␛
        Balance      -1,234.56
        Phone        -

        Delivery
        Since    2015-11-25
        Bounced  yes

        Bills
        Bill  Used
        ----  ----
        B|1   12.5
        B2

        Links
        (no rows)

        Usage
        Jan ▇▇▇
        Feb ▇

        """)
  }

  @Test("on a terminal a long value goes on below itself, and titles are bold with colour")
  func wrapped() throws {
    let page = Page(
      title: "Note",
      sections: [
        .fields([PageField("note", label: "Text", .text("the quick brown fox jumps over it"))])
      ])
    #expect(
      try rendered(page, .table, options: RenderingOptions(width: 26, color: true)) == """
        \u{1B}[1mNote\u{1B}[0m

        Text  the quick brown fox
              jumps over it

        """)
  }

  @Test("JSON: one object with the fields by name and an array for each table")
  func json() throws {
    #expect(
      try rendered(Self.page, .json) == #"""
        {
        "schema_version":1,
        "cid":"000987",
        "name":"Zoë 東京\u001b",
        "balance":"-1234.56",
        "phone":null,
        "since":"2015-11-25",
        "bounced":true,
        "bills":[
        {"bill":"B|1","used":12.5},
        {"bill":"B2","used":null}
        ],
        "links":[]
        }

        """#)
  }

  @Test("NDJSON: the same on one line")
  func ndjson() throws {
    #expect(
      try rendered(Self.page, .ndjson) == #"""
        {"schema_version":1,"cid":"000987","name":"Zoë 東京\u001b","balance":"-1234.56",\#
        "phone":null,\#
        "since":"2015-11-25","bounced":true,\#
        "bills":[{"bill":"B|1","used":12.5},{"bill":"B2","used":null}],"links":[]}

        """#)
  }

  @Test("CSV and TSV: a row for each value, named by its path", arguments: [",", "\t"])
  func delimited(delimiter: String) throws {
    let page = Page(title: "", sections: Self.page.sections.filter { $0 != Self.page.sections[0] })
    let expected = [
      ("field", "value"), ("since", "2015-11-25"), ("bounced", "true"), ("bills.1.bill", "B|1"),
      ("bills.1.used", "12.5"), ("bills.2.bill", "B2"), ("bills.2.used", ""),
    ].map { $0 + delimiter + $1 + "\n" }.joined()
    #expect(try rendered(page, delimiter == "," ? .csv : .tsv) == expected)
  }

  @Test("Markdown: headings, tables, and charts as code")
  func markdown() throws {
    #expect(
      try rendered(Self.page, .markdown) == #"""
        # Customer 000987

        | Field | Value |
        | --- | --- |
        | Customer ID | 000987 |
        | Name | Zoë 東京␛ |
        | Balance | -1,234.56 |
        | Phone |  |

        ## Delivery

        | Field | Value |
        | --- | --- |
        | Since | 2015-11-25 |
        | Bounced | yes |

        ## Bills

        | Bill | Used |
        | --- | ---: |
        | B\|1 | 12.5 |
        | B2 |  |

        ## Links

        | E-mail |
        | --- |

        ## Usage

            Jan ▇▇▇
            Feb ▇

        """#)
  }

  @Test("a page with nothing on it is still a document", arguments: [OutputFormat.json, .ndjson])
  func empty(format: OutputFormat) throws {
    let text = try rendered(Page(title: "Nothing"), format)
    #expect(text.filter { $0 != "\n" } == #"{"schema_version":1}"#)
  }

  @Test("a page that cannot be written says so", arguments: OutputFormat.allCases)
  func full(format: OutputFormat) throws {
    let file = try AtomicFile(path: "/dev/full")
    #expect(throws: OutputError.self) {
      try write(Self.page, as: format, options: RenderingOptions(), to: file.output)
    }
  }
}
