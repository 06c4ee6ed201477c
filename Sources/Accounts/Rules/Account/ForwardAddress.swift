import Values

/// A mailing address in one line: `12 Elm St, Ames, IA 50010`. What does not read as city, state and
/// postal code stays part of the street.
struct ForwardAddress {
  let street: Line
  let city: Line?
  let state: Line?
  let postalCode: PostalCode?

  init(_ line: Line) {
    let parts = line.text.split(separator: ",").map { String($0.drop { $0 == " " }) }
    let last = parts.last?.split(separator: " ").map(String.init) ?? []
    guard parts.count > 2, last.count == 2, last[0].count == 2,
      let city = try? Line(parts[parts.count - 2]), let state = try? Line(last[0]),
      let postalCode = try? PostalCode(last[1]),
      let street = try? Line(parts.dropLast(2).joined(separator: ", "))
    else {
      (street, city, state, postalCode) = (line, nil, nil, nil)
      return
    }
    (self.street, self.city, self.state, self.postalCode) = (street, city, state, postalCode)
  }
}
