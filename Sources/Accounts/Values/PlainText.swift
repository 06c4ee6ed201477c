/// A name or any other line of text.
package struct Line: TextValue {
  package static let valueName = "text"
  package static let expected = "a line of text"
  package let text: String
  package init(trusted text: String) { self.text = text }
}

/// A note or reason, up to 2,000 characters.
package struct Remark: TextValue {
  package static let valueName = "text"
  package static let expected = "a line of text"
  package static let longest = 2000
  package static let nature = TextNature.prose
  package let text: String
  package init(trusted text: String) { self.text = text }
}

/// A telephone number as people write it; at least seven digits.
package struct PhoneNumber: TextValue {
  package static let valueName = "phone"
  package static let isPersonal = true
  package static let expected = "a telephone number, e.g. 512-555-0142"
  /// Those of a number with its area code.
  package static let digitCount = 10
  package static let nature = TextNature.code
  package static let longest = 40
  package let text: String
  package init(trusted text: String) { self.text = text }

  package static func fault(in bytes: CellBytes) -> ValueFault? {
    let words = bytes.split { !isLetter($0) }.map {
      String(decoding: $0, as: UTF8.self).lowercased()
    }
    guard words.allSatisfy(["x", "ext", "extension"].contains),
      bytes.allSatisfy({ isDigit($0) || isLetter($0) || " ()+-./,;#".utf8.contains($0) })
    else {
      return ValueFault(.malformed, found: bytes, expected: expected, remedy: Self.remedy(bytes))
    }
    guard bytes.count(where: isDigit) >= 7 else {
      return ValueFault(
        .malformed, found: bytes, expected: expected, remedy: "too few digits: add the area code")
    }
    guard let first = bytes.first(where: isDigit),
      !bytes.allSatisfy({ !isDigit($0) || $0 == first })
    else {
      return ValueFault(
        .spreadsheetDamage, found: bytes, expected: expected,
        remedy: "this is a placeholder, not a number; leave the field blank")
    }
    return nil
  }

  private static func remedy(_ bytes: CellBytes) -> String {
    if Mask.isMasked(bytes) { return Mask.remedy }
    return "use digits, spaces, periods, dashes and parentheses, and x before an extension"
  }
}

/// A postal code: US ZIP (12345 or 12345-6789) or another country's.
package struct PostalCode: TextValue {
  package static let valueName = "postal-code"
  package static let expected = "a postal code, e.g. 78701 or 78701-1234"
  package static let longest = 12
  package static let nature = TextNature.code
  package let text: String
  package init(trusted text: String) { self.text = text }

  package static func fault(in bytes: CellBytes) -> ValueFault? {
    if let likely = withLostZeros(bytes) {
      return ValueFault(
        .spreadsheetDamage, found: bytes, expected: expected,
        remedy: "a leading zero was lost; likely \(likely); put the country code before a foreign "
          + "postal code, e.g. AU-2000")
    }
    if (try? CivilDate(parsing: bytes)) != nil {
      return ValueFault(
        .spreadsheetDamage, found: bytes, expected: expected,
        remedy: "a spreadsheet turned it into a date; copy the code from its source again")
    }
    let allowed = bytes.allSatisfy { byte in
      isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ")
    }
    return allowed && bytes.count >= 3
      ? nil
      : ValueFault(
        .malformed, found: bytes, expected: expected,
        remedy: "use three or more letters, digits, spaces and dashes")
  }

  /// What a ZIP code was that has lost its first zeros, and perhaps its dash, as a number.
  private static func withLostZeros(_ bytes: CellBytes) -> String? {
    guard bytes.allSatisfy(isDigit), [3, 4, 7, 8].contains(bytes.count) else { return nil }
    let width = bytes.count < 5 ? 5 : 9
    let digits =
      String(repeating: "0", count: width - bytes.count) + String(decoding: bytes, as: UTF8.self)
    return width == 5 ? digits : "\(digits.prefix(5))-\(digits.suffix(4))"
  }
}

/// A meter-reading route.
package struct Route: TextValue {
  package static let valueName = "route"
  package static let expected = "a route"
  package static let nature = TextNature.code
  package static let longest = 32
  package let text: String
  package init(trusted text: String) { self.text = text }
}

/// The class of a service, used by rates and reports.
package struct ServiceClass: TextValue {
  package static let valueName = "class"
  package static let expected = "a class of service, e.g. residential"
  package static let nature = TextNature.code
  package static let longest = 32
  package let text: String
  package init(trusted text: String) { self.text = text }
}

/// A billing cycle.
package struct Cycle: TextValue {
  package static let valueName = "cycle"
  package static let expected = "a billing cycle"
  package static let nature = TextNature.code
  package static let longest = 32
  package let text: String
  package init(trusted text: String) { self.text = text }
}

/// The size of a meter.
package struct MeterSize: TextValue {
  package static let valueName = "size"
  package static let expected = "a size, e.g. 5/8 or 2 inch"
  package static let nature = TextNature.measure
  package let text: String
  package init(trusted text: String) { self.text = text }
}

/// An apartment, suite or lot.
package struct Premises: TextValue {
  package static let valueName = "text"
  package static let expected = "an apartment, suite or lot"
  package static let nature = TextNature.measure
  package let text: String
  package init(trusted text: String) { self.text = text }
}

/// A unit of measure, e.g. GAL, CCF, HCF.
package struct Unit: TextValue {
  package static let valueName = "unit"
  package static let expected = "a unit, e.g. GAL, CCF, HCF"
  package static let longest = 12
  package static let nature = TextNature.measure
  package let text: String
  package init(trusted text: String) { self.text = text }
}
