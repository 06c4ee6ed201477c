import Testing

@testable import AdminCommands

@Suite("Names that TAB offers within a query")
struct QueryWordsTests {
  private func values(_ typed: String, after before: String = "") -> [String] {
    QueryWords.suggestions(after: before, typed: typed).list.map(\.value)
  }

  @Test("views and tables behind FROM and JOIN, also behind a comma there")
  func tables() {
    #expect(values("v_custo", after: "select * from v_bill b join") == ["v_customer"])
    #expect(values("select 1 from v_bill, v_custo").count == 1)
    #expect(values("select 1 from ").contains("select 1 from v_account"))
    #expect(values("select 1 from service_t") == ["select 1 from service_type"])
  }

  @Test("elsewhere the columns of the views and tables that are named, but no secret ones")
  func columns() {
    let column = "select * from v_payment p where p.refer"
    #expect(values(column) == [column + "ence"])
    #expect(values("SELECT billed").contains("SELECT billed_on"))
    #expect(values("select 1 from eft_bank_account where seal") == [])
  }

  @Test("a value in quotes is no name")
  func quoted() {
    #expect(values("select * from v_bill where bill = 'v_b") == [])
  }

  @Test("a name within a query in quotes gets neither a blank nor the end of the quotes")
  func goesOnInQuery() throws {
    let line = "query \"SELECT 1 FROM v_bil"
    func complete(_ line: String) -> Completion? {
      let bytes = Array(line.utf8)
      return Completion(of: bytes, from: 7, to: bytes.count, after: LineSplitter()) {
        QueryWords.suggestions(after: $0.dropFirst().joined(separator: " "), typed: $1)
      }
    }
    let found = try #require(complete(line))
    #expect(found.common == "SELECT 1 FROM v_bill")
    #expect(found.shown == ["v_bill", "v_bill_line"])
    #expect(complete(line + "l_")?.common == "SELECT 1 FROM v_bill_line")
    #expect(complete(line + "l_")?.goesOn == true)
  }
}
