/// Numbers as ASCII digits, written straight into memory.
enum DecimalDigits {
  /// Room for any number: sign, 19 digits, 6 commas, point.
  static let longest = 32

  /// Writes an integer at `start`, and says how many bytes it took.
  @inline(__always)
  static func write(_ value: Int64, to start: UnsafeMutablePointer<UInt8>) -> Int {
    guard value < 0 else { return unsafe write(UInt64(value), to: start) }
    unsafe start[0] = UInt8(ascii: "-")
    return unsafe 1 + write(value.magnitude, to: start + 1)
  }

  /// Writes units of 10⁻ᵖˡᵃᶜᵉˢ; zeros behind the first `shown` places are left out at the end.
  @inline(__always)
  static func write(
    _ units: Int64, places: Int, shown: Int, isGrouped: Bool = false,
    to start: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let (whole, fraction) = units.magnitude.quotientAndRemainder(dividingBy: scale(places))
    var count = 0
    if units < 0 {
      unsafe start[0] = UInt8(ascii: "-")
      count = 1
    }
    let digits = unsafe write(whole, to: start + count)
    unsafe count += isGrouped ? group(digits, at: start + count) : digits
    return unsafe count + write(fraction: fraction, places: places, shown: shown, to: start + count)
  }

  @inline(__always)
  private static func write(
    fraction: UInt64, places: Int, shown: Int, to start: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var fraction = fraction
    var places = places
    while places > shown, fraction % 10 == 0 {
      fraction /= 10
      places -= 1
    }
    guard places > 0 else { return 0 }
    unsafe start[0] = UInt8(ascii: ".")
    var index = places
    while index > 0 {
      unsafe start[index] = 48 &+ UInt8(truncatingIfNeeded: fraction % 10)
      fraction /= 10
      index &-= 1
    }
    return places + 1
  }

  @inline(__always)
  private static func scale(_ places: Int) -> UInt64 {
    switch places {
    case 2: 100
    case 3: 1000
    default: (0..<places).reduce(1) { product, _ in product * 10 }
    }
  }

  @inline(__always)
  private static func write(
    _ magnitude: UInt64, to start: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let digits = count(magnitude)
    var rest = magnitude
    var index = digits
    while rest >= 10 {
      index &-= 1
      unsafe start[index] = 48 &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    unsafe start[0] = 48 &+ UInt8(truncatingIfNeeded: rest)
    return digits
  }

  @inline(__always)
  private static func count(_ magnitude: UInt64) -> Int {
    var rest = magnitude
    var digits = 1
    while true {
      if rest < 10 { return digits }
      if rest < 100 { return digits &+ 1 }
      if rest < 1000 { return digits &+ 2 }
      if rest < 10000 { return digits &+ 3 }
      rest /= 10000
      digits &+= 4
    }
  }

  /// Spreads digits by commas between thousands, in place.
  private static func group(_ digits: Int, at start: UnsafeMutablePointer<UInt8>) -> Int {
    let length = digits + (digits - 1) / 3
    var source = digits
    var target = length
    var sinceComma = 0
    while source < target {
      if sinceComma == 3 {
        target -= 1
        unsafe start[target] = UInt8(ascii: ",")
        sinceComma = 0
      }
      source -= 1
      target -= 1
      unsafe start[target] = start[source]
      sinceComma += 1
    }
    return length
  }
}
