package import Engines

/// What follows from a meter's reads.
package enum ConsumptionRules {
  /// Every consumption row of one meter, computed only from its reads and the services it was in.
  package static func recomputed(
    reads: [Row<Read>], installs: [Row<MeterInstall>], meter: Row<Meter>
  ) -> [Row<Consumption>] {
    let reads = reads.map(ChainRead.init).sorted { $0.precedes($1) }
    return installs.flatMap { install in
      let chain = Chain(meter, install, among: installs)
      return chain.consumption(of: reads.filter(chain.counts))
    }
  }
}
