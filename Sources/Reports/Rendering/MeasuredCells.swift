/// What a row has in the columns that can be drawn. Which of them is drawn is known when all rows are there: the
/// first that is not empty in each of them.
struct MeasuredCells {
  /// The first choice first.
  let places: [Int]
  private let unitPlaces: [Int?]
  /// The first that had a value in any row.
  private var filled: Int?
  /// Of this row, in the order of `places`.
  private(set) var values: [Int64?]
  private(set) var units: [String]

  /// - Parameter places: those of the columns that can be drawn.
  init(_ columns: [ReportColumn] = [], at places: [Int] = []) {
    self.places = places
    unitPlaces = places.map { BarScale.unitColumn(columns, measured: $0) }
    values = places.map { _ in nil }
    units = places.map { _ in "" }
  }

  /// The number among `places` of the column that is drawn; nil if none can be.
  var chosen: Int? { filled ?? places.indices.first }

  /// The numbers among `places` of those that may still be chosen.
  var candidates: Range<Int> { 0..<(filled.map { $0 + 1 } ?? places.count) }

  mutating func take(_ unit: String, at column: Int) {
    for number in places.indices where unitPlaces[number] == column { units[number] = unit }
  }

  mutating func take(_ value: Int64, at column: Int) {
    guard let number = places.firstIndex(of: column) else { return }
    values[number] = value
    filled = min(filled ?? number, number)
  }

  mutating func endRow() {
    for number in places.indices {
      values[number] = nil
      units[number] = ""
    }
  }
}
