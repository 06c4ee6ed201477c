import Accounts
import Testing

@testable import Engines
@testable import Ledger

/// A table of no store, with a column that no rule reads.
private enum Pet: Entity {
  static let pet = Column<Pet, Int64>(0, "pet")
  static let name = Column<Pet, Line>(1, "name", help: "what it is called", .edited)
  static let table = Table(
    "pet",
    [pet.info, name.info, .column(PhoneNumber?.self, "owner_phone", help: "whom to call")])
}

@Suite("A column that is declared once")
struct EditedColumnTests {
  private let columns = EditedColumns(Pet.self, required: ["name"])

  @Test("one line in the table is a field, its label, its help, its mask, and can be emptied")
  func declared() throws {
    let field = try #require(columns.fields.last)
    #expect(field.name == "owner-phone")
    #expect(field.help == "whom to call")
    #expect(field.isPersonal)
    #expect(!field.isRequired)
    #expect(Pet.table.columns.last?.label == "Owner phone")
    #expect(Pet.table.columns.last?.index == 2)
    #expect(columns.clearable.keys.sorted() == ["owner-phone"])
  }

  @Test("what is given is written as a cell, and what is not given stays")
  func written() throws {
    var row = Row<Pet>()
    row[Pet.name] = try Line("Rex")
    try values(["Rexa", nil]).write(to: &row)
    #expect(row.values == [.null, .text("Rexa"), .null])
    try values(["Rexa", "512-555-0100"]).write(to: &row)
    #expect(row.values[2] == .text("512-555-0100"))
  }

  @Test("a required field that is left out is refused under its name")
  func required() {
    let rejection = #expect(throws: Rejection.self) { try values([nil, "512-555-0100"]) }
    #expect(rejection?.code == .required)
    #expect(rejection?.field == "name")
  }

  private func values(_ texts: [String?]) throws -> EditedValues<Pet> {
    var input = Input(fields: columns.fields, secrets: .quick)
    return try fill(&input, texts[...], 0)
  }

  /// The cells are borrowed, so each stays alive while the next ones are filled in.
  private func fill(
    _ input: inout Input, _ texts: ArraySlice<String?>, _ index: Int
  ) throws -> EditedValues<Pet> {
    guard let first = texts.first else { return try columns.values(in: input) }
    guard var text = first else { return try fill(&input, texts.dropFirst(), index + 1) }
    return try text.withCellBytes { bytes in
      input.set(index, to: bytes)
      return try fill(&input, texts.dropFirst(), index + 1)
    }
  }

  @Test("a field of a column has the column's name and help, and says what holds without it")
  func fieldOfColumn() {
    let method = Field<PaymentMethod>.option(of: Payment.method, default: "other")
    #expect(method.name == "method")
    #expect(method.info.help == "payment method; default: other")
    let phone = Field<PhoneNumber>.option(of: Customer.phone)
    #expect(phone.info.isPersonal)
    #expect(!phone.info.isRequired)
    let first = Field<Line>.option(of: Customer.firstName, isClearable: true)
    #expect(first.name == "first")
    #expect(first.info.isClearable)
    let bill = Field<BillNumber>.argument(of: Bill.bill)
    #expect(bill.info.isRequired)
    #expect(bill.info.namesRecord)
  }
}
