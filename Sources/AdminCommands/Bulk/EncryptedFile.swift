import Accounts

/// Files that somebody has encrypted or signed.
extension ForeignFile {
  /// Nil if the bytes are not those of one.
  static func encrypted(_ bytes: [UInt8]) -> ForeignFile? {
    let text = String(decoding: bytes, as: UTF8.self)
    let lead = CellBlanks.trimmed(text).prefix(64)
    for (mark, found, remedy) in marks where lead.hasPrefix(mark) {
      return ForeignFile(found, remedy)
    }
    return isPacket(bytes) ? ForeignFile("an encrypted message (PGP)", decryptPGP) : nil
  }

  private static let decryptPGP = "decrypt it first, e.g. with gpg --decrypt FILE > rows.csv"
  private static let decryptAge = "decrypt it first, e.g. with age --decrypt -i KEY FILE > rows.csv"

  private static let marks = [
    ("-----BEGIN PGP MESSAGE", "an encrypted message (PGP)", decryptPGP),
    ("-----BEGIN PGP SIGNED", "a signed message (PGP)", decryptPGP),
    ("-----BEGIN AGE ENCRYPTED", "an encrypted file (age)", decryptAge),
    ("age-encryption.org/", "an encrypted file (age)", decryptAge),
    ("-----BEGIN PKCS7", "an encrypted or signed message (S/MIME)", "decrypt it first"),
    ("-----BEGIN CMS", "an encrypted or signed message (S/MIME)", "decrypt it first"),
    ("-----BEGIN ", "a key or a certificate", "name the file with the rows"),
    ("Salted__", "an encrypted file (OpenSSL)", "decrypt it first, e.g. with openssl enc -d"),
  ]

  /// An encrypted session key, with which a message begins: its tag, its length, then its version.
  /// Source: RFC 9580, 4.2, 5.1 and 5.3.
  private static func isPacket(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 4 else { return false }
    switch bytes[0] {
    case 0x85: return bytes[3] == 3
    case 0x84, 0xC1: return bytes[2] == 3 || bytes[0] == 0xC1 && bytes[3] == 3
    case 0x8C, 0xC3: return bytes[2] == 4 && bytes[1] < 0x40
    default: return false
    }
  }
}
