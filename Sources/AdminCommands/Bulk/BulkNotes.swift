import Accounts

/// The notes of a file's rows: all of the first rows, and of the others those about money, as each of these is
/// about a customer who owes or has paid something.
struct BulkNotes {
  private var first: [String] = []
  private var ofMoney: [String] = []
  /// Rows with a note.
  private var noted = 0
  /// Those behind the first that have a note about money.
  private var moneyRows = 0
  /// Those behind the first that have another note.
  private var otherRows = 0

  private static let shown = 3
  /// Memory does not grow with the file.
  private static let mostOfMoney = 1000

  mutating func add(_ effect: Effect, at place: @autoclosure () -> String) {
    guard !effect.notices.isEmpty else { return }
    noted += 1
    guard noted > Self.shown else {
      first += effect.notices.map { Self.note($0, at: place()) }
      return
    }
    if !effect.moneyNotices.isEmpty {
      moneyRows += 1
      if moneyRows <= Self.mostOfMoney {
        ofMoney += effect.moneyNotices.map { Self.note($0, at: place()) }
      }
    }
    if effect.notices.count > effect.moneyNotices.count { otherRows += 1 }
  }

  /// The notes that are shown, and how many more rows have some.
  var told: [String] {
    first + ofMoney + Self.further(moneyRows - Self.mostOfMoney, "such notes about payments")
      + Self.further(otherRows, "similar notes")
  }

  private static func note(_ words: String, at place: String) -> String {
    "note: \(place): \(words)"
  }

  private static func further(_ rows: Int, _ notes: String) -> [String] {
    rows > 0 ? ["note: \(rows) more \(rows == 1 ? "row has" : "rows have") \(notes)"] : []
  }
}
