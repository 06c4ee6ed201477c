/// The apostrophe with which spreadsheets mark text.
enum SpreadsheetMark {
  static let remedy = "leave out the ' of a spreadsheet"

  static func remedy(likely text: some StringProtocol) -> String { "\(remedy); likely \(text)" }
}
