import Ledger
package import Values

/// A password while it is looked at; it is never shown, stored or logged.
struct Password: FieldValue, Equatable, CustomStringConvertible, CustomReflectable {
  package static let valueName = "password"
  /// In Unicode's form NFC, so that every keyboard's é is the same.
  let text: String

  package var description: String { ColumnType.mask }
  package var customMirror: Mirror { Mirror(self, children: []) }

  package init(parsing bytes: CellBytes) throws(ValueFault) {
    guard bytes.count <= 512 else {
      throw ValueFault(
        .tooLong, found: "\(bytes.count) bytes", expected: "a password of at most 512 bytes",
        remedy: "choose a shorter one; several words work well")
    }
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      throw ValueFault(
        .controlCharacter, found: "a control character",
        expected: "a password of letters, digits and symbols",
        remedy: "leave out tabs, line breaks and similar characters")
    }
    text = String(decoding: bytes, as: UTF8.self).composed
  }

  /// What is wrong with it as a new password; nil if nothing is.
  func fault(for email: EmailAddress, _ settings: Settings) -> (found: String, expected: String)? {
    let least = settings.integer(.passwordLength)
    if text.count < least { return ("\(text.count) characters", "at least \(least) characters") }
    if Set(text).count < 4 { return ("few different characters", "at least 4 different ones") }
    let folded = text.lowercased()
    if folded.contains(email.folded) || email.folded.contains(folded) {
      return ("the e-mail address", "a password that is not the e-mail address")
    }
    return nil
  }
}

/// An activation, recovery, unlocking or session token as a citizen's browser hands it over; the
/// whole link does too.
package struct PortalToken: FieldValue, CustomStringConvertible, CustomReflectable {
  package static let valueName = "token"
  let secret: PortalSecret

  package var description: String { ColumnType.mask }
  package var customMirror: Mirror { Mirror(self, children: []) }

  package init(parsing bytes: CellBytes) throws(ValueFault) {
    guard bytes.count <= 500 else {
      throw ValueFault(
        .malformed, found: "\(bytes.count) bytes", expected: "a token of 43 characters",
        remedy: "copy the link from the mail again")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    secret = PortalSecret(token: text.split(separator: "token=").last.map(String.init) ?? text)
  }
}
