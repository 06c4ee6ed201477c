/// What a service type is, as staff give it.
enum ServiceTypeFields {
  static let code = Field<ServiceCode>.argument("code", "code, e.g. 1000 or MXU")
  static let newName = Field<Line>.option("name", required: true, "name, e.g. WATER")
  static let name = Field<Line>.option("name", "name, e.g. WATER")
  static let metered = Field<YesNo>.option("metered", "whether meters measure it")
  static let unit = Field<Unit>.option("unit", "unit in which it is measured, e.g. GAL")

  /// A word names one type alone, whether it is a code or a name, whatever the case of letters.
  static func checkWords(of row: Row<ServiceType>, in books: Books) throws(Stop) {
    let code = row[ServiceType.code]
    let words = [("code", code.text), ("name", row[ServiceType.name].text)]
    for other in try books.rows(ServiceType.all, "") where other[ServiceType.code] != code {
      let taken = [other[ServiceType.code].text, other[ServiceType.name].text]
        .map { $0.lowercased() }
      for (field, word) in words where taken.contains(word.lowercased()) {
        throw .refuse(
          .duplicate, field: field, found: "\(word), which names service type \(other.words)",
          expected: "a code and a name that name no other service type",
          mend: "choose another word")
      }
    }
  }

  /// A metered type without a unit would leave its meters without one.
  static func checkUnit(of row: Row<ServiceType>) throws(Stop) {
    guard row[ServiceType.isMetered], row[ServiceType.unit] == nil else { return }
    throw .refuse(
      .required, field: "unit", found: "nothing", expected: "a unit, for the type is metered",
      mend: "give unit, e.g. GAL")
  }
}
