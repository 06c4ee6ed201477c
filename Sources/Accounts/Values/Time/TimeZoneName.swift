import Glibc

/// A time zone of the tz database, e.g. America/Chicago.
package struct TimeZoneName: TextValue {
  package static let valueName = "zone"
  package static let expected = "a time zone of the tz database, e.g. America/Chicago"
  package static let longest = 64
  package let text: String
  package init(trusted text: String) { self.text = text }

  package static func fault(in bytes: CellBytes) -> ValueFault? {
    let name = String(decoding: bytes, as: UTF8.self)
    if name == "UTC" { return nil }
    let isName = bytes.allSatisfy { byte in
      isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26 || "/_+-".utf8.contains(byte)
    }
    guard isName, !name.hasPrefix("/"), CityTimeZone.named(name) != nil else {
      return ValueFault(
        .malformed, found: bytes, expected: expected,
        remedy: "see the files in \(ZoneFile.folder) (Debian package tzdata)")
    }
    return nil
  }

  /// The machine's own zone.
  package static var system: String {
    var target = [CChar](repeating: 0, count: 1024)
    let count = unsafe readlink("/etc/localtime", &target, target.count)
    guard count > 0 else { return "UTC" }
    let path = String(
      decoding: target[0..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let found = path.firstRange(of: "zoneinfo/"),
      let zone = try? TimeZoneName(String(path[found.upperBound...])), zone.text != "Etc/UTC"
    else { return "UTC" }
    return zone.text
  }
}
