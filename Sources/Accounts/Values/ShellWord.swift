/// Words of commands that messages name, quoted where a shell or the prompt would take them for something
/// else than themselves.
package enum ShellWord {
  package static func quoted(_ word: String) -> String {
    let mayBeHome = word.hasPrefix("~") || word.contains("=~")
    let isPlain = !word.isEmpty && !mayBeHome && word.utf8.allSatisfy(isPlain)
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }

  /// Bytes that mean themselves wherever they appear; a ~ only where no file's name begins with it.
  package static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: "-_./:,=@%+~^".utf8.contains(byte)
    }
  }
}

extension DefaultStringInterpolation {
  /// A value in a command that runs as printed: ``"see `meter show \(word: serial)`"``.
  package mutating func appendInterpolation(word value: some CustomStringConvertible) {
    appendLiteral(ShellWord.quoted(value.description))
  }
}
