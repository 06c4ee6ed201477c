import Accounts

@testable import Engines
@testable import Ledger

extension CommandBench {
  /// Puts a meter in the service of another for the same days, as it is in stores that come from elsewhere:
  /// no command does so.
  func install(_ meter: String, beside other: String) throws {
    let store = try Store.open(StoreLocation(store))
    try store.connection.script(
      "INSERT INTO meter_install (meter_install, meter, service, from_on, to_on) "
        + "SELECT 1000, '\(meter)', service, from_on, to_on FROM meter_install WHERE meter = '\(other)'"
    )
  }
}
