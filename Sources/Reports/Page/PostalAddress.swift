/// An address as it is written in one line.
enum PostalAddress {
  /// The parts that are there, with commas between; state and ZIP go together.
  static func line(_ parts: [String?], state: String?, postalCode: String?) -> String {
    let place = [state, postalCode].compactMap { $0 }.joined(separator: " ")
    return (parts + [place.isEmpty ? nil : place]).compactMap { $0 }.joined(separator: ", ")
  }
}
