import Engines
package import Ledger
package import Values

/// Changes fields of a service other than its dates.
package struct SetService: Operation {
  package static let name = OperationName("service", "set")
  package static let leastRole = Role.clerk
  package static let needsAField = true
  package static let writes: [TableWrite] = [.update(Service.table)]
  package static let fields =
    ServiceWords.fields + ServiceFields.columns.fields + [ClearList.field.info]

  let service: ServiceWords
  let values: EditedValues<Service>
  let clear: ClearList

  package init(_ input: Input) throws(Rejection) {
    service = try ServiceWords(input)
    values = try ServiceFields.columns.values(in: input)
    clear = try ClearList(input, from: ServiceFields.columns.clearable)
  }

  /// The one that is active or pending, else the last one.
  package func apply(to books: Books) throws(RuleError) -> Effect {
    let services = try service.find(in: books)
    guard let before = services.notCancelled.last else { throw services.missing() }
    var after = before
    clear.write(to: &after)
    values.write(to: &after)
    guard books.update(before, to: after) else {
      return Effect("\(services.phrase) is unchanged")
    }
    return Effect("\(services.phrase) changed")
  }
}
