/// What a row has in the columns that can be drawn. Which of them is drawn is known when all rows are there: the
/// first that is not empty in each of them.
struct MeasuredCells {
  /// The first choice first.
  let places: [Int]
  private let unitPlaces: [Int?]
  private var isFilled: [Bool]
  /// Of this row, in the order of `places`.
  private(set) var values: [Int64?]
  private(set) var units: [String]

  /// - Parameter places: those of the columns that can be drawn.
  init(_ columns: [ReportColumn] = [], at places: [Int] = []) {
    self.places = places
    unitPlaces = places.map { BarScale.unitColumn(columns, measured: $0) }
    isFilled = places.map { _ in false }
    values = places.map { _ in nil }
    units = places.map { _ in "" }
  }

  /// The number among `places` of the column that is drawn; nil if none can be.
  var chosen: Int? { isFilled.firstIndex(of: true) ?? places.indices.first }

  mutating func take(_ unit: String, at column: Int) {
    for number in places.indices where unitPlaces[number] == column { units[number] = unit }
  }

  mutating func take(_ value: Int64, at column: Int) {
    guard let number = places.firstIndex(of: column) else { return }
    values[number] = value
    isFilled[number] = true
  }

  mutating func endRow() {
    for number in places.indices {
      values[number] = nil
      units[number] = ""
    }
  }
}
