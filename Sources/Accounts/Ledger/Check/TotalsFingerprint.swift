import Values

/// Totals of consumption as three numbers: one for quantities, one for days, one for reads.
struct TotalsFingerprint: Equatable {
  private var quantity = LinearFingerprint()
  private var days = LinearFingerprint()
  private var reads = LinearFingerprint()

  /// The part of a total's key that the consumption of a service shares; hashed once for all of it.
  struct Place {
    private let hasher: Hasher

    init(code: Datum, route: Datum, cycle: Datum, kind: Datum) {
      var hasher = Hasher()
      for part in [code, route, cycle, kind] { hasher.combine(part) }
      self.hasher = hasher
    }

    fileprivate func hash(_ toOn: Datum, _ unit: Datum, _ estimated: Datum) -> Int {
      var hasher = hasher
      hasher.combine(toOn)
      hasher.combine(unit)
      hasher.combine(estimated)
      return hasher.finalize()
    }
  }

  mutating func add(
    _ place: Place, toOn: Datum, unit: Datum, estimated: Datum, quantity: Int64, days: Int64,
    reads: Int64
  ) {
    let hash = place.hash(toOn, unit, estimated)
    self.quantity.add(quantity, under: hash)
    self.days.add(days, under: hash)
    self.reads.add(reads, under: hash)
  }
}
