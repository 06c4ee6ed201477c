package import Accounts

/// A unit that quantities are converted to, by exact ratios.
package enum ConvertedUnit: String, Choice {
  package static let valueName = "unit"
  case ccf = "CCF"
  case hcf = "HCF"
  case gal, kgal, m3
  case kwh = "kWh"
  case therm

  package init(parsing bytes: CellBytes) throws(ValueFault) {
    let word = String(decoding: bytes, as: UTF8.self)
    guard let unit = Self.allCases.first(where: { $0.rawValue.lowercased() == word.lowercased() })
    else {
      throw ValueFault(
        .unknownChoice, found: bytes,
        expected: "one of " + Self.allCases.map(\.rawValue).joined(separator: ", "),
        remedy: "")
    }
    self = unit
  }

  /// The option of reports.
  static let parameter = QuestionParameter(
    "unit", .choice(choices ?? []), "unit that sums are converted to")

  /// What a unit measures; one cannot be converted to another.
  private enum Dimension { case volume, energy }

  /// Whole multiples of the smallest measure of its dimension.
  private struct Size {
    let dimension: Dimension
    let measure: Int64

    /// Units as stores may have them, in capitals. An inch is 0.0254 m, a gallon 231 cubic inches: volumes
    /// are in millionths of a cubic millimeter. A US therm is 105,480,400 J; energies are in J.
    static let named: [String: Size] = {
      let cubicInch: Int64 = 16_387_064
      let volumes: [(names: [String], measure: Int64)] = [
        (["GAL", "GALLON", "GALLONS"], 231 * cubicInch), (["KGAL", "TGAL"], 231_000 * cubicInch),
        (["CF", "FT3", "CUFT"], 1728 * cubicInch), (["CCF", "HCF"], 172_800 * cubicInch),
        (["M3", "CUM"], 1_000_000_000_000),
      ]
      let energies: [(names: [String], measure: Int64)] = [
        (["KWH"], 3_600_000), (["THERM", "THERMS", "THM"], 105_480_400),
      ]
      let sizes =
        volumes.flatMap { unit in
          unit.names.map { ($0, Size(dimension: .volume, measure: unit.measure)) }
        }
        + energies.flatMap { unit in
          unit.names.map { ($0, Size(dimension: .energy, measure: unit.measure)) }
        }
      return Dictionary(uniqueKeysWithValues: sizes)
    }()
  }

  /// The names of units that become this one, and what they are multiplied with, in lowest terms.
  private var ratios: [(name: String, top: Int64, bottom: Int64)] {
    guard let own = Size.named[rawValue.uppercased()] else { return [] }
    return Size.named.filter { $0.value.dimension == own.dimension }
      .map { name, size in
        let common = Self.commonDivisor(size.measure, own.measure)
        return (name, size.measure / common, own.measure / common)
      }
      .sorted { $0.name < $1.name }
  }

  private static func commonDivisor(_ one: Int64, _ other: Int64) -> Int64 {
    other == 0 ? one : commonDivisor(other, one % other)
  }

  /// Whether a recorded unit becomes this one.
  func converts(_ recorded: String) -> Bool {
    ratios.contains { $0.name == recorded.uppercased() }
  }

  /// SQL for what the unit of a row is called after the conversion: as it is, where there is none.
  func name(of unit: String) -> String {
    let names = ratios.map { "'\($0.name)'" }.joined(separator: ", ")
    return "CASE WHEN upper(\(unit)) IN (\(names)) THEN '\(rawValue)' ELSE \(unit) END"
  }

  /// SQL for a sum in this unit, rounded half up to the thousandth; as it is, where it cannot be converted.
  func sql(_ sum: String, recordedIn unit: String) -> String {
    Self.converted(sum, unit, by: ratios)
  }

  private static func converted(
    _ sum: String, _ unit: String, by ratios: [(name: String, top: Int64, bottom: Int64)]
  ) -> String {
    let cases = ratios.filter { $0.top != $0.bottom }.map {
      " WHEN '\($0.name)' THEN " + product(sum, $0.top, $0.bottom)
    }
    return "CASE upper(\(unit))\(cases.joined()) ELSE \(sum) END"
  }

  /// SQL for a number by which units are told apart that cannot be compared: volumes come first.
  static func dimension(of unit: String) -> String {
    func isOne(of same: ConvertedUnit) -> String {
      "upper(\(unit)) IN (\(same.ratios.map { "'\($0.name)'" }.joined(separator: ", ")))"
    }
    return "CASE WHEN \(isOne(of: .gal)) THEN 0 WHEN \(isOne(of: .kwh)) THEN 1 ELSE 2 END"
  }

  /// SQL for a sum in gallons or kilowatt-hours, to order by; as it is, where it is neither.
  static func comparable(_ sum: String, recordedIn unit: String) -> String {
    converted(sum, unit, by: gal.ratios + kwh.ratios)
  }

  /// Whole numbers of 64 bits hold every step: the ratio's top is taken in two parts.
  private static func product(_ sum: String, _ top: Int64, _ bottom: Int64) -> String {
    let step: Int64 = 1 << 20
    func rounded(_ size: String, half: Int64) -> String {
      let rest = "((\(size)) % \(bottom))"
      let high = "(\(rest) * \(top / step))"
      let low = "((\(high) % \(bottom)) * \(step) + \(rest) * \(top % step))"
      return """
        ((\(size)) / \(bottom)) * \(top) + (\(high) / \(bottom)) * \(step) \
        + (2 * \(low) + \(half)) / \(2 * bottom)
        """
    }
    return """
      (CASE WHEN \(sum) >= 0 THEN \(rounded(sum, half: bottom)) \
      ELSE -(\(rounded("-" + sum, half: bottom - 1))) END)
      """
  }
}

extension Asked {
  /// The unit of `--unit`.
  var convertedUnit: ConvertedUnit? {
    texts["unit"].flatMap { ConvertedUnit(rawValue: $0) }
  }
}
