import Accounts

extension Report {
  /// Only locations with an address in which each word of a text begins a word, or is one in
  /// another spelling, such as ST for STREET.
  static func address(_ text: String?, of location: String) -> [Condition] {
    guard let text else { return [] }
    let parts = [Location.address.info, Location.unit.info, Location.city.info].map {
      "coalesce(\(location).\($0.name), '')"
    }
    // An apostrophe parts no word; all else that stands between words is a blank.
    var address = "replace(lower(\(parts.joined(separator: " || ' ' || "))), '''', '')"
    for sign in [".", ",", "#", "-", "/"] { address = "replace(\(address), '\(sign)', ' ')" }
    return AddressWords(text).words.map { typed, others in
      let patterns = ["% \(typed)%"] + others.map { "% \($0) %" }
      let alike = patterns.map { _ in "' ' || \(address) || ' ' LIKE ?" }
      return Condition("(\(alike.joined(separator: " OR ")))", patterns.map(\.datum))
    }
  }
}
