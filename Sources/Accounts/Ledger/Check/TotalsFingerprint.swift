import Values

/// Totals of consumption as three numbers: one for quantities, one for days, one for reads.
struct TotalsFingerprint: Equatable {
  private var quantity = LinearFingerprint()
  private var days = LinearFingerprint()
  private var reads = LinearFingerprint()

  /// The part of a total's key that many totals share; hashed once for all of them.
  struct Place {
    private let hasher: Hasher

    init(_ parts: Datum...) { self.init(parts) }

    init(_ parts: [Datum]) {
      var hasher = Hasher()
      for part in parts { hasher.combine(part) }
      self.hasher = hasher
    }

    fileprivate func hash(_ first: Datum, _ second: Datum, _ third: Datum) -> Int {
      var hasher = hasher
      hasher.combine(first)
      hasher.combine(second)
      hasher.combine(third)
      return hasher.finalize()
    }
  }

  /// - Parameter first: the day or year, with unit and estimated the rest of the key.
  mutating func add(
    _ sums: ConsumptionSums, _ place: Place, _ first: Datum, unit: Datum, estimated: Datum
  ) {
    let hash = place.hash(first, unit, estimated)
    quantity.add(sums.quantity, under: hash)
    days.add(sums.days, under: hash)
    reads.add(sums.reads, under: hash)
  }
}

extension Datum {
  /// The year of a day.
  var year: Datum { prefix(4) }

  /// The month of a day.
  var month: Datum { prefix(7) }

  private func prefix(_ count: Int) -> Datum {
    guard case .text(let day) = self else { return self }
    return .text(String(day.prefix(count)))
  }
}
