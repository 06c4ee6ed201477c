import Testing

@testable import Values

/// Text that was read in another encoding than it was written in.
@Suite("Damage by encodings")
struct EncodingDamageTests {
  private func remedy(_ text: String) -> String? { TextDamageTests.fault(Line.self, text)?.remedy }

  static let likely: [(String, String)] = [
    // Mac Roman
    ("Mu√±oz", "Muñoz"), ("MU√ëOZ", "MUÑOZ"), ("Jos√©", "José"), ("M√ºller", "Müller"),
    ("O‚ÄôBrien", "O'Brien"), ("Nguy·ªÖn", "Nguyễn"), ("–ü–µ—Ç—Ä", "Петр"),
    // Code pages 437 and 850
    ("Mu├▒oz", "Muñoz"), ("Jos├⌐", "José"), ("Caf├⌐ ΓÇô Bar", "Café – Bar"),
    ("OΓÇÖBrien", "O'Brien"), ("Jos├®", "José"), ("OÔÇÖBrien", "O'Brien"),
    // Windows-1250 and 1251
    ("JosĂ©", "José"), ("MĂĽller", "Müller"), ("SĂŁo Paulo", "São Paulo"), ("JosГ©", "José"),
    ("NГєГ±ez", "Núñez"), ("РџРµС‚СЂ", "Петр"),
    // Files of DOS and Mac, read in Windows-1252
    ("Mu¤oz", "Muñoz"), ("MU¥OZ", "MUÑOZ"), ("JosŽ", "José"), ("MU„OZ", "MUÑOZ"),
    ("Jos‚", "José"), ("P‚rez", "Pérez"), ("Garc¡a", "García"),
  ]

  @Test("the text in the right encoding is named", arguments: likely)
  func named(text: String, likely: String) throws {
    let found = try #require(remedy(text), "\(text)")
    #expect(found.contains("wrong encoding; likely \(likely);"), "\(text): \(found)")
  }

  @Test("a lost letter is told in each of them", arguments: ["MUÔøΩOZ", "MU∩┐╜OZ", "MUпїЅOZ"])
  func lost(text: String) {
    #expect(remedy(text)?.contains("a letter was lost") == true)
  }

  @Test(
    "names of many languages are taken",
    arguments: [
      "Muñoz", "Gîrbă", "PĂŞUNE", "DĹŽKA", "Łódź", "Żółć", "Гірник", "Гёте", "Київ", "Вікторія",
      "Ωμέγα", "Straße–Nord", "Åse Ærø", "Þórður Guðmundsdóttir", "Õunapuu", "Nguyễn Thị", "Œuvre",
      "Ž. Šimić", "Živković", "Zoë d'Été", "¡Hola!", "¿Qué?", "Calle 5 nº 3", "½ Acre Farm",
      "π Pizza",
      "李小龍", "กรุงเทพ", "50¢ Store", "£1 Shop",
    ])
  func right(text: String) {
    #expect(remedy(text) == nil, "\(remedy(text) ?? "")")
  }
}
