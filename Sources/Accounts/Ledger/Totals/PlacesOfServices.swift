import Engines
import Values

/// Where the consumption of services belongs, looked up once for all the reads of a change; what moves a
/// service makes it forget.
struct PlacesOfServices {
  /// Small, as there are very many.
  private struct Place {
    /// Its number in `shared`.
    let shared: Int32
    /// Who owes what is read after a day.
    let cid: String
    let day: CivilDate
  }

  /// More are looked up again: memory does not grow with the store.
  private static let most = 150_000

  private var places: [Int64: Place] = [:]
  /// Code, class, route, cycle and kind, which many services have together.
  private var shared: [[Datum]] = []
  private var numbers: [[Datum]: Int32] = [:]

  mutating func forget() { self = Self() }

  mutating func find(
    _ services: some Sequence<Int64>, on connection: any Connection
  ) throws(StoreError) {
    if places.count >= Self.most { forget() }
    let unknown = Set(services.filter { places[$0] == nil }).sorted()
    for page in KeyPage.pages(of: unknown.map { .integer($0) }) {
      try connection.read(TotalsStatements.places(connection.dialect), page) { row in
        let day = CivilDate?(row.datum(7)) ?? CivilDate(daysSince1970: .min)
        places[row.integer(0)] = Place(
          shared: number(of: (1...5).map(row.datum)), cid: row.datum(6).text ?? "", day: day)
        return true
      }
    }
  }

  private mutating func number(of cells: [Datum]) -> Int32 {
    if let number = numbers[cells] { return number }
    let number = Int32(shared.count)
    numbers[cells] = number
    shared.append(cells)
    return number
  }

  /// A row with the columns of `TotalsSQL.details`; nil if others may have owed the day.
  func details(
    of service: Int64, on day: Datum, meter: Datum, unit: Datum, estimated: Datum,
    _ sums: ConsumptionSums
  ) -> [Datum]? {
    guard let place = places[service], CivilDate(day) > place.day, let text = day.text
    else { return nil }
    let cells = shared[Int(place.shared)]
    return [
      .integer(service), day, .text(String(text.prefix(4))), .text(String(text.prefix(7))), meter,
      cells[0], cells[1], unit, cells[2], cells[3], .text(place.cid), cells[4], estimated,
    ] + sums.cells
  }
}
