import Values

/// How much water one account uses: who lives there, the garden, the season, and leaks.
struct DemoUsage {
  /// Tenths of a gallon a day.
  private let rate: Int64
  /// The garden's share, where 1024 doubles the use in the driest month.
  private let garden: Int64
  private var leakingReads = 0
  private var leakFactor: Int64 = 1

  /// The year of the hot summer.
  private let hotYear: Int
  private let place: DemoPlace

  init(_ place: DemoPlace, hotYear: Int, _ random: inout DemoRandom) {
    self.hotYear = hotYear
    self.place = place
    if let oddity = place.oddity {
      (rate, garden) = (oddity.rate, 0)
      return
    }
    switch place.kind {
    case .house:
      rate = Int64(random.between(1, 6) * random.between(420, 640))
      garden = random.chance(7000) ? Int64(random.between(100, 2600)) : 0
    case .apartment:
      rate = Int64(random.between(1, 4) * random.between(380, 600))
      garden = 0
    case .business:
      rate = Int64(random.between(400, 900) << random.below(6))
      garden = random.chance(3000) ? Int64(random.between(100, 900)) : 0
    }
  }

  /// Gallons a day in an ordinary month.
  var gallonsPerDay: Int64 { rate / 10 }
  /// None at the first place, to which examples give one.
  var serviceClass: String? {
    guard place.index > 0 else { return nil }
    return switch place.kind {
    case .house, .apartment: "residential"
    case .business where gallonsPerDay > 1500: "industrial"
    case .business: place.index % 7 == 3 ? "public" : "commercial"
    }
  }
  var isLeaking: Bool { leakingReads > 0 }

  /// Use inside the house in each month; 1024 is the year's mean.
  private static let indoor: [Int64] = [
    985, 990, 1000, 1010, 1030, 1055, 1075, 1070, 1040, 1015, 995, 1023,
  ]
  private static let outdoor: [Int64] = [0, 0, 20, 150, 450, 850, 1024, 980, 600, 200, 20, 0]

  /// Gallons used between two days.
  mutating func gallons(
    from: CivilDate, to: CivilDate, isVacant: Bool, _ random: inout DemoRandom
  ) -> Int64 {
    if isVacant { return 0 }
    let days = to - from
    let (year, number, _) = from.adding(days: days / 2).parts
    let month = number - 1
    // Examples name the reads of the first place.
    let isHot = place.index > 0 && year == hotYear && (6...8).contains(number)
    let outdoor = Self.outdoor[month] * garden / 1024
    let season = Self.indoor[month] + outdoor + (isHot ? outdoor / 2 + 60 : 0)
    let noise = Int64(random.between(870, 1130))
    let usual = rate * Int64(days) * season / 10_240 * noise / 1000
    return usual * leak(&random)
  }

  /// A leak begins now and then and is repaired after one to three reads.
  private mutating func leak(_ random: inout DemoRandom) -> Int64 {
    if leakingReads > 0 {
      leakingReads -= 1
      if leakingReads == 0 { leakFactor = 1 }
    } else if random.chance(16) {
      leakingReads = random.between(1, 3)
      leakFactor = Int64(random.between(3, 7))
    }
    return leakFactor
  }
}
