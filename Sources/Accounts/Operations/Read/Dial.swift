/// A meter's register. Positions are millionths of its unit of consumption: a reading and a
/// multiplier of three decimals each multiply without rounding.
struct Dial {
  let multiplier: Int64
  /// The reading that it would show if it did not start from zero again.
  let capacity: Quantity?

  init(_ meter: Row<Meter>) {
    multiplier = meter[Meter.multiplier].units
    capacity = meter[Meter.dials].map { dials in
      Quantity(units: (0..<dials.value).reduce(Quantity.scale) { product, _ in product * 10 })
    }
  }

  func position(_ reading: Quantity) -> Int128 { Int128(reading.units) * Int128(multiplier) }

  func advanced(_ position: Int128, by consumption: Quantity) -> Int128 {
    let sum = position + Int128(consumption.units) * 1000
    guard let turn, sum >= turn else { return sum }
    return sum - turn
  }

  /// A whole turn of the register.
  var turn: Int128? { capacity.map(position) }

  /// Consumption between positions, in thousandths, half a thousandth upwards.
  func usage(_ difference: Int128) -> Int128 {
    difference < 0 ? -((500 - difference) / 1000) : (difference + 500) / 1000
  }

  /// Whether a lower position can have come by passing zero: from the upper half of the dial, with
  /// a quarter of a turn at most.
  func canRoll(from previous: Int128, to position: Int128) -> Bool {
    guard let turn else { return false }
    return previous * 2 >= turn && (turn - previous + position) * 4 <= turn
  }

  /// The reading nearest to a position, in thousandths or whole units of the register.
  func reading(at position: Int128, wholeUnits: Bool = false) -> Quantity {
    let grain: Int128 = wholeUnits ? 1000 : 1
    let step = Int128(multiplier) * grain
    return Quantity(units: Int64(clamping: (position + step / 2) / step * grain))
  }

  enum Rounding {
    case up, down
  }

  func reading(at position: Int128, rounding: Rounding) -> Quantity {
    let step = Int128(multiplier)
    let whole = rounding == .up ? position + step - 1 : position
    return Quantity(units: Int64(clamping: whole / step))
  }
}
