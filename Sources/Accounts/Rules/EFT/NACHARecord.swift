import Values

/// Why a file of the bank is not what it should be, and where.
package struct NACHAFault: Error, CustomStringConvertible {
  package let description: String

  init(record: Int, _ field: NACHALayout.Field? = nil, found: String, expected: String) {
    let place = field.map { ", positions \($0.start)-\($0.end) (\($0.name))" } ?? ""
    description = "record \(record)\(place): found \(found), expected \(expected)"
  }
}

/// A record of a bank's file: 94 places, read by the names that the layout gives them.
struct NACHARecord {
  /// Its place in the file, from 1.
  let number: Int
  let bytes: [UInt8]

  var type: Character { bytes.first.map { Character(Unicode.Scalar($0)) } ?? " " }

  /// What fills a file up to whole blocks.
  var isFiller: Bool { bytes.allSatisfy { $0 == UInt8(ascii: "9") } }

  /// A field as it is there.
  func raw(_ layout: NACHALayout, _ name: String) -> String {
    guard let field = layout.field(name), field.end <= bytes.count else { return "" }
    return String(decoding: bytes[(field.start - 1)..<field.end], as: UTF8.self)
  }

  /// A field without the blanks around it.
  func value(_ layout: NACHALayout, _ name: String) -> String {
    var text = raw(layout, name).drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  func integer(_ layout: NACHALayout, _ name: String) throws(NACHAFault) -> Int64 {
    let text = value(layout, name)
    guard text.utf8.allSatisfy(isDigit), let value = Int64(text) else {
      throw NACHAFault(record: number, layout.field(name), found: text, expected: "digits")
    }
    return value
  }

  func checkConstants(_ layout: NACHALayout) throws(NACHAFault) {
    for field in layout.fields {
      guard let constant = field.constant else { continue }
      let found = value(layout, field.name)
      guard found == constant else {
        throw NACHAFault(record: number, field, found: found, expected: constant)
      }
    }
  }
}
