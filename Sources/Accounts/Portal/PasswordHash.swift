import CryptoExtras

/// A password's hash, in the text form that other languages' libraries read and write:
/// `$scrypt$ln=15,r=8,p=1$SALT$KEY`, salt and key in base64 without padding.
/// Source: RFC 7914 (scrypt), PHC string format.
struct PasswordHash: Equatable, Sendable {
  /// The logarithm of scrypt's N: each step doubles time and memory.
  let cost: Int
  let blockSize: Int
  let parallelism: Int
  let salt: [UInt8]
  let key: [UInt8]

  /// Nil if the text is not such a hash.
  init?(_ text: String) {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt",
      let parameters = Self.parameters(parts[2]),
      let salt = Base64.standard.bytes(String(parts[3])),
      let key = Base64.standard.bytes(String(parts[4])), key.count >= 16
    else { return nil }
    (cost, blockSize, parallelism) = parameters
    self.salt = salt
    self.key = key
  }

  /// Bounded, so that a changed row in the store cannot make a sign-in take hours.
  private static func parameters(_ text: Substring) -> (Int, Int, Int)? {
    let values = text.split(separator: ",").map { $0.split(separator: "=") }
    guard values.count == 3, values.map({ $0.first ?? "" }) == ["ln", "r", "p"],
      values.allSatisfy({ $0.count == 2 }), let cost = Int(values[0][1]), (1...20).contains(cost),
      let size = Int(values[1][1]), (1...32).contains(size), let lanes = Int(values[2][1]),
      (1...16).contains(lanes)
    else { return nil }
    return (cost, size, lanes)
  }

  init(of password: Password, cost: Int, salt: [UInt8]) throws {
    self.cost = cost
    blockSize = 8
    parallelism = 1
    self.salt = salt
    key = try Self.derive(password, salt, cost, 8, 1, 32)
  }

  var text: String {
    "$scrypt$ln=\(cost),r=\(blockSize),p=\(parallelism)$\(Base64.standard.text(salt))"
      + "$\(Base64.standard.text(key))"
  }

  func matches(_ password: Password) throws -> Bool {
    let other = try Self.derive(password, salt, cost, blockSize, parallelism, key.count)
    // Every byte is compared, so that the time reveals nothing.
    var difference: UInt8 = 0
    for (a, b) in zip(key, other) { difference |= a ^ b }
    return difference == 0 && key.count == other.count
  }

  private static func derive(
    _ password: Password, _ salt: [UInt8], _ cost: Int, _ blockSize: Int, _ parallelism: Int,
    _ count: Int
  ) throws -> [UInt8] {
    try unsafe KDF.Scrypt.deriveKey(
      from: Array(password.text.utf8), salt: salt, outputByteCount: count, rounds: 1 << cost,
      blockSize: blockSize, parallelism: parallelism
    ).withUnsafeBytes { unsafe Array($0) }
  }
}
