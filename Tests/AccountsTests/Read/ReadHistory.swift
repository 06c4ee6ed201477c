import Accounts
@testable import Values

/// Numbers that look random and are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Made-up reads of M1 that follow from a true register, so that each agrees with all others.
struct ReadHistory {
  let multiplier: String
  /// In the order of days.
  private(set) var lines: [String] = []
  let first: Int
  let last: Int

  /// A read with both figures is refused while the one before it is missing.
  init(seed: UInt64, count: Int, withBothFigures: Bool = true) throws {
    var numbers = SeededNumbers(seed: seed)
    let scale = [1, 10, 1000].randomElement(using: &numbers) ?? 1
    multiplier = "\(scale)"
    var register = Int.random(in: 0...9000, using: &numbers)
    var day = CivilDate.start2025.adding(days: Int.random(in: 0...40, using: &numbers))
    first = register * scale
    lines = ["M1 \(day) \(register)"]
    for _ in 1..<count {
      let from = day
      day = day.adding(days: Int.random(in: 1...45, using: &numbers))
      let used = Int.random(in: 0...120, using: &numbers)
      register += used
      let kind = ["actual", "verified", "customer", "estimated"].randomElement(using: &numbers)
      let figure =
        switch Int.random(in: 0...(withBothFigures ? 5 : 4), using: &numbers) {
        case 0: "consumption=\(used * scale)"
        case 1: "consumption=\(used * scale) from=\(from)"
        case 5: "\(register) consumption=\(used * scale)"
        default: "\(register)"
        }
      lines.append("M1 \(day) \(figure) kind=\(kind ?? "actual")")
    }
    last = register * scale
  }
}
