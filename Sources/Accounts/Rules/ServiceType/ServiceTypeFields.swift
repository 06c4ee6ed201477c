import Engines
import Ledger
import Values

/// A service type's fields.
enum ServiceTypeFields {
  static let code = Field<ServiceCode>.argument(of: ServiceType.code)
  /// Of a type that exists.
  static let known = Field<Line>.argument(
    "code", "service type, by name or code, e.g. WATER or 1000")
  static let newName = Field<Line>.option(of: ServiceType.name, required: true)
  static let name = Field<Line>.option(of: ServiceType.name)
  static let metered = Field<YesNo>.option("metered", "whether it is metered")
  static let unit = Field<Unit>.option(of: ServiceType.unit, isClearable: true)

  /// No two types share a code or name, regardless of case.
  static func checkWords(of row: Row<ServiceType>, in books: Books) throws(RuleError) {
    let code = row[ServiceType.code]
    let phrase = [("code", code.text), ("name", row[ServiceType.name].text)]
    for other in try books.rows(ServiceType.all, "") where other[ServiceType.code] != code {
      let taken = [other[ServiceType.code].text, other[ServiceType.name].text]
        .map { $0.lowercased() }
      for (field, word) in phrase where taken.contains(word.lowercased()) {
        throw .refuse(
          .duplicate, field: field,
          found: "\(word), which is the name or code of service type \(other.phrase)",
          expected: "a code and a name not used by another service type",
          remedy: "use another code or name")
      }
    }
  }

  /// Without its own unit, a metered type would leave its meters without one.
  static func checkUnit(of row: Row<ServiceType>) throws(RuleError) {
    guard row[ServiceType.isMetered], row[ServiceType.unit] == nil else { return }
    throw .refuse(
      .required, field: "unit", found: "nothing", expected: "a unit, because the type is metered",
      remedy: "add a unit, e.g. GAL")
  }
}
