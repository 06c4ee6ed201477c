package import Engines

/// A setting that the store's owner has set; the others have their default.
package enum StoredSetting: Entity {
  package static let name = Column<StoredSetting, String>(0, "name")
  package static let value = Column<StoredSetting, String>(1, "value")

  package static let table = Table("setting", [name.info, value.info])
}
