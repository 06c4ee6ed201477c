import Accounts
import Reports

/// A text that is not text in columns, known by the words with which it begins.
struct ForeignText {
  let file: ForeignFile

  init?(_ bytes: [UInt8]) {
    var text = CellBlanks.trimmed(Self.decoded(bytes))[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    let lead = text.prefix(100).lowercased()
    guard
      let file = Self.markup(lead) ?? Self.structured(lead) ?? Self.mail(text)
        ?? Self.bank(lead) ?? Self.interchange(lead) ?? Self.table(text)
    else { return nil }
    self.file = file
  }

  private static func decoded(_ bytes: [UInt8]) -> String {
    guard let encoding = CSVEncoding(utf16Mark: bytes) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    let isLittle = encoding == .utf16LittleEndian
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0]) << (isLittle ? 0 : 8) | UInt16(bytes[$0 + 1]) << (isLittle ? 8 : 0)
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func markup(_ lead: String) -> ForeignFile? {
    if lead.hasPrefix("{\\rtf") {
      return ForeignFile("a text document (RTF)", ForeignFile.saveAsCSV)
    }
    guard lead.hasPrefix("<") else { return nil }
    let pages = ["<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<div", "<style"]
    return pages.contains { lead.hasPrefix($0) }
      ? ForeignFile(
        "a web page (HTML)",
        "export the rows as CSV instead; some programs save web pages as .xls")
      : ForeignFile("an XML file", ForeignFile.saveAsCSV)
  }

  private static func structured(_ lead: String) -> ForeignFile? {
    if let open = lead.first, open == "{" || open == "[" {
      let next = lead.dropFirst().first { !$0.isWhitespace }
      if next == nil || next.map({ "\"{[}]-".contains($0) || $0.isNumber && open == "[" }) ?? false
      {
        return ForeignFile(
          ForeignFile.json, "export the rows as CSV; a plan is applied with `plan apply`")
      }
    }
    if lead.hasPrefix("begin:v") {
      return ForeignFile("contacts or appointments (vCard)", ForeignFile.askForCSV)
    }
    let statements = ["ofxheader:", "!type:", ":20:"]
    return statements.contains { lead.hasPrefix($0) }
      ? ForeignFile("a bank statement (OFX, QIF or MT940)", "download it as CSV instead") : nil
  }

  /// What begins a mail whatever follows, and what does so next to another of the words.
  private static let headers = (
    sure: [
      "return-path", "received", "delivered-to", "mime-version", "message-id", "dkim-signature",
      "authentication-results",
    ], likely: ["from", "to", "cc", "subject", "date", "reply-to", "content-type", "sender"]
  )

  private static func mail(_ text: Substring) -> ForeignFile? {
    let lines = text.split(whereSeparator: \.isNewline).prefix(8)
    let names = lines.map { line -> String in
      guard let colon = line.firstIndex(of: ":") else { return "" }
      return line[..<colon].lowercased()
    }
    guard let first = names.first else { return nil }
    let isOfFolder = lines[0].hasPrefix("From ") && lines[0].contains("@")
    let isMail =
      isOfFolder || headers.sure.contains(first) || first.hasPrefix("x-")
      || headers.likely.contains(first)
        && names.dropFirst().contains { (headers.likely + headers.sure).contains($0) }
    return isMail
      ? ForeignFile("an e-mail", "save the attachment, and use that file") : nil
  }

  /// `ISA*00*`, `UNB+UNOA:1+`, and `01,121000358,…/` as banks report balances.
  private static func interchange(_ lead: String) -> ForeignFile? {
    let marks = Array(lead.prefix(8))
    let isX12 =
      lead.hasPrefix("isa") && marks.count > 6 && marks[3] == marks[6] && !marks[3].isLetter
      && marks[4...5].allSatisfy(\.isNumber)
    if isX12 || lead.hasPrefix("una:+") || lead.hasPrefix("unb+uno") {
      return ForeignFile("an EDI file (X12 or EDIFACT)", ForeignFile.askForCSV)
    }
    let line = lead.prefix { !$0.isNewline }
    let isReport =
      line.hasPrefix("01,") && line.hasSuffix("/") && line.count(where: { $0 == "," }) > 6
    return isReport
      ? ForeignFile("a bank statement (BAI2)", "download it as CSV instead") : nil
  }

  /// In Markdown, or as lists look on a terminal: with a rule below the titles.
  private static func table(_ text: Substring) -> ForeignFile? {
    let lines = text.split(whereSeparator: \.isNewline).prefix(2)
    guard lines.count == 2, let titles = lines.first, let rule = lines.last, rule.contains("--"),
      rule.allSatisfy({ "|-: ".contains($0) }), !titles.contains(where: { ",;\t".contains($0) })
    else { return nil }
    return ForeignFile("a table for people to read", "write the list again with --csv")
  }

  private static func bank(_ lead: String) -> ForeignFile? {
    let isBankFile = lead.count > 93 && lead.hasPrefix("101 ") && !lead.prefix(94).contains(",")
    return isBankFile
      ? ForeignFile(
        "a bank file (NACHA)", "import returns with `eft returns --from FILE`",
        isOfBank: true)
      : nil
  }
}
