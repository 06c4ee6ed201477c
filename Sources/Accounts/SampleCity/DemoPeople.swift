import Values

/// A customer of the sample city.
struct DemoCustomer {
  let cid: Int
  let kind: CustomerKind
  let name: String
  let first: String?
  let last: String?
  let email: String?
  let phone: String?
  var address: String
  var address2: String?
}

/// Makes up customers, one customer ID after the other.
struct DemoPeople {
  private var random: DemoRandom
  private var nextID = 100_001

  init(seed: UInt64) {
    random = DemoRandom(seed: seed, stream: DemoStream.people)
  }

  mutating func person(at place: DemoPlace) -> DemoCustomer {
    person(address: place.address, unit: place.unit)
  }

  private mutating func person(address: String, unit: String?) -> DemoCustomer {
    let first = random.pick(DemoNames.first)
    let last = random.pick(DemoNames.last)
    let cid = takeID()
    return DemoCustomer(
      cid: cid, kind: .person, name: "\(first) \(last)", first: first, last: last,
      email: random.chance(6500) ? email(first, last, cid) : nil, phone: phone(),
      address: address, address2: unit)
  }

  mutating func business(at place: DemoPlace) -> DemoCustomer {
    organization(businessName(), address: place.address)
  }

  /// Who owns what others live in: a firm, or a person who lives elsewhere.
  mutating func landlord() -> DemoCustomer {
    let box = "PO Box \(random.between(100, 9999))"
    if random.chance(5000) { return person(address: box, unit: nil) }
    return organization(
      "\(random.pick(DemoNames.last)) \(random.pick(Self.landlords))", address: box)
  }

  private mutating func organization(_ name: String, address: String) -> DemoCustomer {
    let cid = takeID()
    return DemoCustomer(
      cid: cid, kind: .organization, name: name, first: nil, last: nil,
      email: random.chance(7000) ? "office@customer\(cid).example" : nil, phone: phone(),
      address: address, address2: nil)
  }

  private mutating func businessName() -> String {
    let last = random.pick(DemoNames.last)
    switch random.below(5) {
    case 0: return "\(last) & \(random.pick(DemoNames.last)) \(random.pick(Self.practices))"
    case 1: return "\(random.pick(DemoNames.streets)) \(random.pick(Self.trades))"
    case 2: return "\(DemoCity.name) \(random.pick(Self.institutions))"
    case 3: return "\(last) Bros. \(random.pick(Self.trades))"
    default: return "\(last)'s \(random.pick(Self.trades))"
    }
  }

  private static let trades = [
    "Auto Repair", "Bakery", "Barber Shop", "Bicycles", "Books", "Café", "Car Wash", "Dry Cleaning",
    "Feed & Seed", "Florist", "Furniture", "Garden Center", "Grill", "Grocery", "Hardware",
    "Laundry", "Lumber", "Machine Works", "Nursery", "Pharmacy", "Plumbing", "Printing",
    "Storage", "Taquería", "Tire Service", "Veterinary Clinic",
  ]
  private static let landlords = [
    "Properties LLC", "Rentals", "Realty Group", "Homes LP", "Estates",
  ]
  private static let practices = [
    "Accounting", "Architects", "Contractors", "Dental", "Engineering", "Law Office", "Surveyors",
  ]
  private static let institutions = [
    "Community Church", "Elementary School", "Farmers' Market", "Fire Station",
    "Historical Society",
    "Inn", "Library", "Medical Center", "Parks Department", "Public Pool", "Senior Center",
  ]

  private mutating func takeID() -> Int {
    defer { nextID += 1 }
    return nextID
  }

  /// The 555 exchange belongs to nobody.
  private mutating func phone() -> String? {
    guard random.chance(9200) else { return nil }
    let area = ["319", "515", "641"][random.below(3)]
    return "\(area)-555-\(zeroPadded(random.below(10_000), digits: 4))"
  }

  /// Only names in plain letters make an address; the domains are reserved for examples.
  private mutating func email(_ first: String, _ last: String, _ cid: Int) -> String? {
    let name = "\(first).\(last)".lowercased().filter { $0 != "'" }
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    return "\(name)\(cid % 1000)@example.\(random.pick(["com", "net", "org"]))"
  }
}
