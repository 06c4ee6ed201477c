/// How large a record may grow, so that memory stays bounded whatever the file holds.
package enum CSVLimits {
  /// Bytes of one cell, as written in the file.
  package static let cell = 1 << 20
  /// Bytes of one record.
  package static let row = 16 << 20
  /// Cells of one record: as many columns as a spreadsheet has.
  package static let cells = 16_384
}
