/// A setting that the store's owner has set; those that are not here stand at their standard.
public enum StoredSetting: Entity {
  public static let name = Column<StoredSetting, String>(0, "name")
  public static let value = Column<StoredSetting, String>(1, "value")

  public static let table = Table("setting", [name.info, value.info])
}
