import Engines
import Values

extension Books {
  /// Refuses a figure typed as 4.200 for a service that is read in whole units, if a thousand times as much
  /// is near the usual month, and the figure itself is far from it.
  package func checkIsNotGrouped(
    _ link: ChainLink, of chain: Chain, field: String
  ) throws(RuleError) {
    let read = link.read
    guard !acceptsUnusual, let figure = read.reading ?? read.consumption,
      figure.units >= Quantity.scale, let usage = link.usage, read.on > link.from
    else { return }
    let unit = chain.meter[Meter.unit]
    let earlier = try rows(
      Consumption.latestBefore, chain.install[MeterInstall.service], read.on
    ).filter { $0[Consumption.unit] == unit }
    let isInWholeUnits = earlier.allSatisfy {
      $0[Consumption.quantity].units % Quantity.scale == 0
    }
    guard isInWholeUnits,
      let usual = UsualMonth(earlier.map { ($0[Consumption.quantity].units, $0[Consumption.days]) })
    else { return }
    let likely = Quantity(units: figure.units * Quantity.scale)
    let likelyUsage =
      read.reading == nil
      ? likely.units
      : chain.dial.usage(chain.dial.position(likely) - (link.before.position ?? 0))
    let expected = usual.quantity.units / UsualMonth.days * Int64(read.on - link.from)
    guard usage < expected / 20, (expected / 10...expected * 10).contains(likelyUsage) else {
      return
    }
    let digits = "\(figure.units)"
    throw .rejected(
      .unusual(
        field: field,
        found:
          "\(digits.dropLast(3)).\(digits.suffix(3)); the usual month is \(usual.phrase) \(unit)",
        expected: "a whole number, as in the earlier reads",
        check: "whether the point separates thousands (likely \(likely))"))
  }
}
