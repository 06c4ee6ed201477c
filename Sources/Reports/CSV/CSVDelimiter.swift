/// The character between two cells. None of them can begin or be part of a typed value,
/// so numbers and dates never need quotes.
package enum CSVDelimiter: UInt8, CaseIterable, Sendable {
  case comma = 0x2C
  case semicolon = 0x3B
  case tab = 0x09
  case pipe = 0x7C

  package var character: Character { Character(Unicode.Scalar(rawValue)) }

  /// Several of them, in a message.
  package var plural: String { word + "s" }

  /// Its name in a message.
  package var word: String {
    switch self {
    case .comma: "comma"
    case .semicolon: "semicolon"
    case .tab: "tab"
    case .pipe: "pipe"
    }
  }
}
