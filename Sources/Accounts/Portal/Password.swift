import Crypto
import CryptoExtras

/// A password while it is looked at; it is never shown, stored or logged.
public struct Password: FieldValue, CustomStringConvertible, CustomReflectable {
  public static let valueName = "password"
  let bytes: [UInt8]

  public var description: String { ColumnType.mask }
  public var customMirror: Mirror { Mirror(self, children: []) }

  public init(parsing bytes: CellBytes) throws(ValueFault) {
    guard bytes.count <= 512 else {
      throw ValueFault(
        .tooLong, found: "\(bytes.count) bytes", expected: "a password of at most 512 bytes")
    }
    self.bytes = Array(bytes)
  }

  /// What is wrong with it as a new password; nil where nothing is.
  func fault(for email: EmailAddress, _ settings: Settings) -> (found: String, expected: String)? {
    let text = String(decoding: bytes, as: UTF8.self)
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

/// A password's hash with all that is needed to check it: `scrypt$LN$R$P$SALT$HASH`, where 2 to the
/// LN is the cost, and salt and hash are base64url. Source: RFC 7914.
struct PasswordHash {
  /// Some 100 ms and 32 MiB; tests are in more of a hurry.
  @TaskLocal static var logCost = 15
  private static let blockSize = 8
  private static let parallelism = 1
  private static let length = 32

  let text: String

  init(stored text: String) { self.text = text }

  init(_ password: Password, salt: PortalSecret) throws(Stop) {
    text = try Self.text(password, salt: salt.word, logCost: Self.logCost)
  }

  /// True where it is the hash of that password.
  func matches(_ password: Password) throws(Stop) -> Bool {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "scrypt", let logCost = Int(parts[1]),
      (1...22).contains(logCost), parts[2] == "\(Self.blockSize)",
      parts[3] == "\(Self.parallelism)"
    else {
      throw .store(
        StoreError(.corrupt, "a password hash has a form that this ubadmin cannot check"))
    }
    let other = try Self.text(password, salt: String(parts[4]), logCost: logCost)
    return Self.isEqual(text, other)
  }

  /// Takes as long as a check, so that who has no password cannot be told by the clock.
  static func spend(_ password: Password) throws(Stop) {
    _ = try text(password, salt: "none", logCost: logCost)
  }

  private static func text(
    _ password: Password, salt: String, logCost: Int
  ) throws(Stop) -> String {
    let key: SymmetricKey
    do {
      key = try KDF.Scrypt.deriveKey(
        from: password.bytes, salt: Array(salt.utf8), outputByteCount: length,
        rounds: 1 << logCost, blockSize: blockSize, parallelism: parallelism)
    } catch {
      throw .store(StoreError(.defect, "the password could not be hashed"))
    }
    let bytes = key.withUnsafeBytes { Array($0) }
    return "scrypt$\(logCost)$\(blockSize)$\(parallelism)$\(salt)$\(Base64URL.text(bytes))"
  }

  /// Looks at every byte, wherever the first difference is.
  private static func isEqual(_ left: String, _ right: String) -> Bool {
    guard left.utf8.count == right.utf8.count else { return false }
    var difference: UInt8 = 0
    for (a, b) in zip(left.utf8, right.utf8) { difference |= a ^ b }
    return difference == 0
  }
}

/// The word of a token or session, as a citizen's browser hands it over.
public struct PortalWord: FieldValue, CustomStringConvertible, CustomReflectable {
  public static let valueName = "word"
  let secret: PortalSecret

  public var description: String { ColumnType.mask }
  public var customMirror: Mirror { Mirror(self, children: []) }

  public init(parsing bytes: CellBytes) throws(ValueFault) {
    guard bytes.count <= 200 else {
      throw ValueFault(.malformed, found: "\(bytes.count) bytes", expected: "the word of the link")
    }
    secret = PortalSecret(word: String(decoding: bytes, as: UTF8.self))
  }
}
