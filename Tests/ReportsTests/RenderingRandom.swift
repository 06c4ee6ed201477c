/// The same random numbers on every run, so that a failure can be seen again (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// A short text of characters that mean something to some format, terminal or spreadsheet.
func randomText(_ random: inout SeededGenerator) -> String {
  let pool: [Unicode.Scalar] = [
    "a", "Z", "0", " ", ",", "\"", "'", "=", "+", "-", "@", "\\", "/", "|", "\t", "\n", "\r",
    "\u{0}", "\u{1B}", "\u{7F}", "\u{9B}", "é", "\u{301}", "東", "ש", "👍", "🏽", "\u{200D}",
    "\u{FE0F}", "🇨", "\u{202E}", "\u{2028}", "\u{FFFD}", "\u{10FFFF}", "\u{E0061}", "\u{1F3F4}",
  ]
  var text = String.UnicodeScalarView()
  for _ in 0..<Int.random(in: 0...6, using: &random) {
    if let scalar = pool.randomElement(using: &random) { text.append(scalar) }
  }
  return String(text)
}
