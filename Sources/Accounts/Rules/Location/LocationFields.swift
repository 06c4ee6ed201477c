import Engines
import Ledger
import Values

/// A service location's fields: those that the columns of `Location` declare, and its ID.
enum LocationFields {
  static let location = Field<LocationID>.argument("location", Location.location.info.help)
  static let columns = EditedColumns(Location.self)
  static let newColumns = EditedColumns(Location.self, required: [Location.address.info.option])
}
