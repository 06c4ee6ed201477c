package import Engines
package import Values

/// A meter's register. Positions are millionths of its unit of consumption: a reading and a
/// multiplier of three decimals each multiply without rounding.
package struct Dial {
  /// Four trillion units; what a position may be without overflow in any sum.
  package static let greatestPosition: Int64 = 4_000_000_000_000_000_000

  let multiplier: Int64
  /// The reading it would show if it did not roll over.
  package let capacity: Quantity?
  /// One full turn.
  package let turn: Int64?

  package init(_ meter: Row<Meter>) {
    multiplier = meter[Meter.multiplier].units
    capacity = meter[Meter.dials].map { Self.capacity(dials: $0) }
    turn = capacity.map { $0.units.multipliedReportingOverflow(by: meter[Meter.multiplier].units) }
      .map { $0.overflow ? Self.greatestPosition : $0.partialValue }
  }

  package static func capacity(dials: WholeNumber) -> Quantity {
    Quantity(units: (0..<dials.value).reduce(Quantity.scale) { product, _ in product * 10 })
  }

  package func position(_ reading: Quantity) -> Int64 {
    let (position, overflow) = reading.units.multipliedReportingOverflow(by: multiplier)
    return overflow ? Self.greatestPosition : min(position, Self.greatestPosition)
  }

  func advanced(_ position: Int64, by consumption: Quantity) -> Int64 {
    let sum = min(position + consumption.units * 1000, Self.greatestPosition)
    // A stated consumption may cover several turns.
    return turn.map { sum % $0 } ?? sum
  }

  /// Consumption between positions, in thousandths, half a thousandth upwards.
  package func usage(_ difference: Int64) -> Int64 {
    difference < 0 ? -((500 - difference) / 1000) : (difference + 500) / 1000
  }

  /// Whether a lower position can be a rollover: from the upper half of the dial, by at most a
  /// quarter of a turn.
  func canRoll(from previous: Int64, to position: Int64) -> Bool {
    guard let turn else { return false }
    return previous * 2 >= turn && (turn - previous + position) * 4 <= turn
  }

  /// The reading nearest to a position, in thousandths or whole units of the register.
  package func reading(at position: Int64, wholeUnits: Bool = false) -> Quantity {
    let grain: Int64 = wholeUnits ? 1000 : 1
    let step = multiplier * grain
    return Quantity(units: (position + step / 2) / step * grain)
  }

  package enum Rounding {
    case up, down
  }

  package func reading(at position: Int64, rounding: Rounding) -> Quantity {
    let step = multiplier
    let whole = rounding == .up ? position + step - 1 : position
    return Quantity(units: whole / step)
  }
}
