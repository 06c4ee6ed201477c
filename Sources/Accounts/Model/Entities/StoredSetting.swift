/// A setting that the store's owner has set; the others have their default.
public enum StoredSetting: Entity {
  public static let name = Column<StoredSetting, String>(0, "name")
  public static let value = Column<StoredSetting, String>(1, "value")

  public static let table = Table("setting", [name.info, value.info])
}
