import Accounts
import Testing

@testable import Ledger
@testable import Rules
@testable import Values

@Suite("Masked tables on a server", .needsPostgreSQL)
struct PostgreSQLMaskedTablesTests {
  let database: PostgreSQLDatabase
  let office: Office

  init() throws {
    database = try PostgreSQLCluster.shared().makeDatabaseWithStore()
    office = try database.office()
  }

  private static let texts = [
    "", "@", "a@", "@b", "ab@c", "pat@example.com", "pat@home@example.org", "512-555-0142",
    "555-0142", "1234567", "123456", "12345", "öre@example.org", "ö@x", "é", "日本語", "日本語日本語",
    "日本語1234", "123日4567", "1234567日", "a日@日", "\"a b\"@x.org", "line\nbreak@x.org", "@@", "x@@",
    "a\\b\"c@d", " 512 555 0142 ", "•••0142", "(515) 555-0142 ext 5", "515-555-0142 x12",
    "555-01 x4252", "+1/515.555.01.42#7", "1234567 Elm Street", "12 Elm Street 1234567",
  ]

  @Test("the server masks a text as the program does", arguments: texts)
  func sameMask(text: String) throws {
    var masked: Datum?
    try office.store.each(sql: "SELECT ubadmin.masked(?::text)", [.text(text)]) { row in
      masked = row.datum(0)
      return true
    }
    #expect(masked == .text(Mask.masked(text)))
  }

  @Test("nothing is masked as nothing")
  func nothing() throws {
    #expect(try database.psql("SELECT ubadmin.masked(NULL) IS NULL") == "t")
  }

  @Test("every column of every table is there, but secrets")
  func columns() throws {
    for table in ViewedTable.all {
      let stored = try office.store.connection.columns(of: table.name).map(\.name)
      let shown = try database.psql(
        "SELECT attname FROM pg_attribute WHERE attnum > 0 "
          + "AND attrelid = 'ubadmin_masked.\(table.name)'::regclass ORDER BY attnum"
      ).split(separator: "\n").map(String.init)
      let secrets = table.columns.filter { if case .secret = $0.sight { true } else { false } }
      #expect(
        shown == stored.filter { name in !secrets.contains { $0.name == name } }, "\(table.name)")
    }
  }

  @Test("personal cells are masked, in the journal's lines too")
  func cells() throws {
    try office.run(
      AddCustomer.self,
      ["cid": "1", "name": "Ana", "phone": "512-555-0142", "email": "ana@example.org"])
    try office.run(SetCustomer.self, ["cid": "1", "name": "A \"q\"", "phone": "512-555-0199"])
    let view = "FROM ubadmin_masked"
    #expect(
      try database.psql("SELECT name, phone, email \(view).customer")
        == "A \"q\"|•••0199|a•••@example.org")
    #expect(
      try database.psql("SELECT before, after \(view).change_row WHERE action = 'update'")
        == #"{"name":"Ana","phone":"•••0142"}|{"name":"A \"q\"","phone":"•••0199"}"#)
  }
}
