/// How large a record may grow, so that memory stays bounded whatever the file holds.
public enum CSVLimits {
  /// Bytes of one cell, as written in the file.
  public static let cell = 1 << 20
  /// Bytes of one record.
  public static let row = 16 << 20
  /// Cells of one record: as many columns as a spreadsheet has.
  public static let cells = 16_384
}
