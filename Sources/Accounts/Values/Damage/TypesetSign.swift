/// Signs that programs put in the place of several that were typed, such as the letters `fi` as one.
enum TypesetSign {
  /// What was typed; nil if the sign may be as it was typed.
  static func typed(_ scalar: Unicode.Scalar, _ nature: TextNature) -> String? {
    if let typed = letters[scalar] { return typed }
    guard nature != .line else { return nil }
    // The letters and digits of Chinese and Japanese keyboards.
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return nil }
    return Unicode.Scalar(scalar.value - 0xFEE0).map { String($0) }
  }

  /// As files for print have them.
  private static let letters: [Unicode.Scalar: String] = [
    "\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl",
    "\u{FB05}": "st", "\u{FB06}": "st",
  ]
}
