package import Engines
package import Ledger
package import SampleCity
import Values

/// Stores that are made give each role what the operations declare.
extension Store {
  /// Makes a new store, whole or not at all; one that exists already is left alone.
  package static func create(
    _ location: StoreLocation, clock: Clock = .system, settings: [Setting: String] = [:],
    access: FileAccess = .ownerOnly
  ) throws(StoreError) -> Store {
    try create(
      location, rights: OperationCatalogue.rights, clock: clock, settings: settings, access: access)
  }

  /// Brings a store to this program's schema; answers the names of the steps, and of the indexes that
  /// were missing or different.
  package static func migrate(
    _ location: StoreLocation, clock: Clock = .system, wait: Duration = .standardWait
  ) throws(StoreError) -> (steps: [String], indexes: [String], advice: String?) {
    try migrate(location, rights: OperationCatalogue.rights, clock: clock, wait: wait)
  }

  /// Makes a store with a sample city in it: the same bytes for the same city, whatever the day.
  /// `progress` hears how many accounts are done; what it throws stops the work. Unless all of it
  /// was made, nothing is left behind.
  @discardableResult
  package static func createDemo(
    _ location: StoreLocation, _ city: DemoCity, clock: Clock = .system,
    progress: (_ accounts: Int) throws -> Void = { _ in }
  ) throws -> Store {
    try createDemo(
      location, city, rights: OperationCatalogue.rights, clock: clock, progress: progress)
  }

  /// Copies the whole store to another place, whatever engine keeps it there. A copy that was cut
  /// short leaves nothing that was not there. What `progress` throws stops the copy.
  @discardableResult
  package func copy(
    to location: StoreLocation, access: FileAccess = .ownerOnly, wait: Duration = .standardWait,
    progress: (CopyStep) throws -> Void = { _ in }
  ) throws -> CopyReport {
    try copy(
      to: location, rights: OperationCatalogue.rights, access: access, wait: wait,
      progress: progress)
  }
}
