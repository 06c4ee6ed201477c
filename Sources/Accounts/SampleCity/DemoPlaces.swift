/// The kind of building at a service location.
enum DemoPlaceKind {
  case house, apartment, business
}

/// A service location of the sample city.
struct DemoPlace {
  let index: Int
  let kind: DemoPlaceKind
  let address: String
  let unit: String?

  private static let perRoute = 300

  private var routeIndex: Int { index / Self.perRoute }
  /// From 1.
  var routeNumber: Int { routeIndex + 1 }
  var route: String { zeroPadded(routeNumber, digits: 3) }
  var sequence: Int { (index % Self.perRoute + 1) * 10 }
  var cycle: Int { routeIndex % DemoCalendar.cycles }
  var oddity: DemoOddity? { DemoOddity(place: index) }
}

/// Walks the streets, so that neighbors follow each other on a route.
struct DemoPlaces {
  private var random: DemoRandom
  private var index = 0
  private var street = -1
  private var houseNumber = 0
  private var housesLeft = 0
  private var unitsLeft = 0
  private var unit = 0

  init(seed: UInt64) {
    random = DemoRandom(seed: seed, stream: DemoStream.places)
  }

  mutating func next() -> DemoPlace {
    defer { index += 1 }
    if unitsLeft > 0 { return apartment() }
    if housesLeft == 0 {
      street += 1
      housesLeft = random.between(20, 90)
      houseNumber = 100 * random.between(1, 9)
    }
    housesLeft -= 1
    houseNumber += 2 * random.between(1, 4) + (random.chance(4000) ? 1 : 0)
    // The first account is the one that examples name: a house with its owner.
    if index > 0, random.chance(220) {
      unitsLeft = random.between(4, 12)
      unit = 0
      return apartment()
    }
    let isBusiness = random.chance(street % 9 == 4 ? 3500 : 250)
    let kind: DemoPlaceKind = index > 0 && isBusiness ? .business : .house
    return DemoPlace(index: index, kind: kind, address: address, unit: nil)
  }

  private mutating func apartment() -> DemoPlace {
    unitsLeft -= 1
    unit += 1
    return DemoPlace(index: index, kind: .apartment, address: address, unit: "Apt \(unit)")
  }

  private var address: String { DemoStreet.address(street: street, houseNumber: houseNumber) }
}

/// Names of streets: words, kinds of street and quarters of the city, no two alike.
enum DemoStreet {
  private static let kinds = ["St", "Ave", "Ln", "Dr", "Ct", "Rd", "Way", "Pl"]
  private static let quarters = ["", "N ", "S ", "E ", "W "]

  static func address(street: Int, houseNumber: Int) -> String {
    let words = DemoNames.streets
    let word = street * 47 % words.count
    let round = street / words.count
    let kind = kinds[(word * 5 + round) % kinds.count]
    let quarter = quarters[round / kinds.count % quarters.count]
    // A city that has used up its names goes on with higher numbers in the same streets.
    let number = houseNumber + 10_000 * (round / (kinds.count * quarters.count))
    return "\(number) \(quarter)\(words[word]) \(kind)"
  }
}

/// A number with leading zeros.
func zeroPadded(_ number: Int, digits: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(digits - text.count, 0)) + text
}
