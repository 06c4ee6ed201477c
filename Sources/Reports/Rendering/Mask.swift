/// Personal data as those see it who have not asked to see it whole.
public enum Mask {
  /// Of an address the first letter and what follows the @, of anything else the last four
  /// characters, and of what is too short nothing.
  public static func masked(_ text: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(text)
    if let sign = bytes.lastIndex(of: UInt8(ascii: "@")) {
      let first = bytes.prefix { $0 != UInt8(ascii: "@") }.first.map { [$0] } ?? []
      return (first.first ?? 0x80 < 0x80 ? first : []) + dots + bytes[sign...]
    }
    let last = bytes.suffix(4)
    return bytes.count > 6 && last.allSatisfy { $0 < 0x80 } ? dots + last : dots
  }

  public static func masked(_ text: String) -> String {
    String(decoding: masked(text.utf8), as: UTF8.self)
  }

  private static let dots = Array("•••".utf8)
}

extension Page {
  /// The page as those see it who have not asked for personal data.
  public var masked: Page {
    var page = self
    page.sections = sections.map { section in
      switch section {
      case .fields(let title, let fields): .fields(title: title, fields.map(\.masked))
      case .table(let table): .table(table.masked)
      case .data(let table): .data(table.masked)
      case .chart: section
      }
    }
    return page
  }
}

extension PageField {
  fileprivate var masked: PageField {
    guard isPersonal else { return self }
    return PageField(name, label: label, value.masked, isPersonal: true)
  }
}

extension PageTable {
  fileprivate var masked: PageTable {
    guard columns.contains(where: \.isPersonal) else { return self }
    let rows = rows.map { row in
      zip(row, columns).map { $1.isPersonal ? $0.masked : $0 }
    }
    return PageTable(name, title: title, columns: columns, rows: rows)
  }
}

extension PageValue {
  fileprivate var masked: PageValue {
    guard case .text(let text) = self else { return self }
    return .text(Mask.masked(text))
  }
}
