/// Words of addresses that are one and the same: STREET and ST, NORTH and N, APARTMENT and APT.
/// Source: USPS Publication 28, Postal Addressing Standards: appendix C1 (street suffixes, with
/// commonly used spellings), section 233 (directionals), appendix C2 (secondary units).
enum StreetWords {
  /// The other spellings of a word; none for a word that no address is written with.
  static func others(of word: String) -> [String] {
    groups[word, default: []].filter { $0 != word }
  }

  private static let groups: [String: [String]] = {
    var groups: [String: [String]] = [:]
    for line in (directionals + "\n" + units + "\n" + suffixes).split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      for word in words { groups[word, default: []] += words }
    }
    return groups
  }()

  private static let directionals = """
    north n
    south s
    east e
    west w
    northeast ne
    northwest nw
    southeast se
    southwest sw
    """

  private static let units = """
    apartment apt
    basement bsmt
    building bldg
    department dept
    floor fl
    front frnt
    hangar hngr
    lobby lbby
    lower lowr
    office ofc
    penthouse ph
    room rm
    space spc
    suite ste
    trailer trlr
    upper uppr
    """
}
