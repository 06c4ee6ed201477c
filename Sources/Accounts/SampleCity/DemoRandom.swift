/// Random numbers that are the same on every machine: SplitMix64, one stream per subject.
/// Source: G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
struct DemoRandom {
  private var state: UInt64

  init(state: UInt64) {
    self.state = state
  }

  init(seed: UInt64, stream: UInt64) {
    self.init(state: Self.mix(seed &+ Self.mix(stream &+ Self.step)))
  }

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static func mix(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mix(state)
  }

  /// From 0 to one less than `bound`, which is at most 2³².
  mutating func below(_ bound: Int) -> Int {
    Int(((next() >> 32) &* UInt64(max(bound, 1))) >> 32)
  }

  mutating func between(_ least: Int, _ greatest: Int) -> Int {
    least + below(greatest - least + 1)
  }

  /// True with a probability in ten-thousandths.
  mutating func chance(_ share: Int) -> Bool { below(10_000) < share }

  mutating func pick(_ words: [String]) -> String { words[below(words.count)] }
}
