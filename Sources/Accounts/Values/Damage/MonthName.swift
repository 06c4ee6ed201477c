/// The months as spreadsheets write them in English and other languages, whole and shortened.
enum MonthName {
  /// From 1 to 12; nil if the word is none. A point may follow it.
  static func number(_ word: Substring) -> Int? {
    let bare = word.hasSuffix(".") ? word.dropLast() : word
    guard (3...10).contains(bare.count), bare.allSatisfy(\.isLetter) else { return nil }
    let folded = FoldedName.folded(String(bare))
    if let number = english[folded] { return number }
    // Spreadsheets do not write these in capitals, as people write codes.
    return bare == bare.uppercased() ? nil : others[folded]
  }

  /// Whether a code may not begin with the word, as `set-1` and `gen-01` do.
  static func isSure(_ word: Substring) -> Bool {
    let folded = FoldedName.folded(String(word.hasSuffix(".") ? word.dropLast() : word))
    return english[folded] != nil && folded.count == 3 || sure.contains(folded)
  }

  private static let sure: Set<String> = [
    "janv", "fevr", "fev", "avr", "juil", "aout", "abr", "ene", "dez", "okt", "mrz", "mrt",
  ]

  private static let english = table([
    "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
    "aug august", "sep sept september", "oct october", "nov november", "dec december",
  ])

  /// Of French, German, Spanish, Italian, Portuguese, Dutch and Scandinavian, without accents.
  private static let others = table([
    "janv janvier januar januari ene enero gen gennaio janeiro",
    "fev fevr fevrier februar februari febrero febbraio fevereiro",
    "mars mrz marz marzo marco maart mrt", "avr avril abr abril aprile",
    "mai mei maj mayo mag maggio maio", "juin juni junio giu giugno junho",
    "juil juillet juli julio lug luglio julho", "aout ago agosto augustus augusti",
    "septembre septiembre set settembre setembro",
    "octobre octubre okt oktober ott ottobre out outubro", "novembre noviembre novembro",
    "decembre diciembre dic dicembre dez dezember dezembro des desember",
  ])

  private static func table(_ months: [String]) -> [String: Int] {
    var table: [String: Int] = [:]
    for (index, words) in months.enumerated() {
      for word in words.split(separator: " ") { table[String(word)] = index + 1 }
    }
    return table
  }
}
