/// Several letters behind one dash.
extension TypedLine {
  /// `-O` and `csv` of `-Ocsv`. A file behind `-o` has a dot or a slash, so that it is no option's name.
  static func attachedValue(in word: String) -> (letters: String, value: String)? {
    let letters = word.dropFirst()
    guard letterWithValue(in: word) == nil,
      let index = letters.firstIndex(where: { GlobalOption.short($0)?.valueName != nil }),
      letters[..<index].allSatisfy({ GlobalOption.short($0) != nil })
    else { return nil }
    let value = word[word.index(after: index)...]
    let isFile = value.contains(".") || value.contains("/")
    guard !value.isEmpty, !value.hasPrefix("-"), isFile || letters[index] != "o" else { return nil }
    return (String(word[...index]), String(value))
  }

  /// The letter of a word such as `-oq` that needs a value and is not the last.
  static func letterWithValue(in word: String) -> Character? {
    let letters = word.dropFirst()
    guard letters.allSatisfy({ GlobalOption.short($0) != nil || $0 == "h" }) else { return nil }
    return letters.dropLast().first { GlobalOption.short($0)?.valueName != nil }
  }
}
