import Crypto
package import Values

/// Seals bank account numbers with AES-GCM under a key that is kept outside the store. The nonce
/// follows from the key and what is sealed, so the same number under the same name gives the same
/// text: a file that is read again changes nothing, and no nonce serves two texts.
package struct Vault: Sendable {
  private let sealing: SymmetricKey
  private let naming: SymmetricKey

  package init(key: [UInt8]) {
    let root = SymmetricKey(data: key)
    sealing = Self.derived(root, "ubadmin bank account seal")
    naming = Self.derived(root, "ubadmin bank account nonce")
  }

  private static func derived(_ root: SymmetricKey, _ use: String) -> SymmetricKey {
    SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: Array(use.utf8), using: root))
  }

  /// - Parameter name: what the number belongs to; it opens under that name alone.
  package func seal(_ number: BankAccountNumber, for name: String) throws(VaultError) -> String {
    let text = Array(number.digits.utf8)
    let named = Array(name.utf8)
    let mark = HMAC<SHA256>.authenticationCode(for: named + [0] + text, using: naming)
    do {
      let box = try AES.GCM.seal(
        text, using: sealing, nonce: AES.GCM.Nonce(data: Array(mark.prefix(12))),
        authenticating: named)
      guard let combined = box.combined else { throw VaultError.unsealable }
      return Self.hex(combined)
    } catch {
      throw .unsealable
    }
  }

  func open(_ sealed: String, for name: String) throws(VaultError) -> String {
    guard let bytes = Self.bytes(sealed) else { throw .unopenable }
    do {
      let box = try AES.GCM.SealedBox(combined: bytes)
      let text = try AES.GCM.open(box, using: sealing, authenticating: Array(name.utf8))
      return String(decoding: text, as: UTF8.self)
    } catch {
      throw .unopenable
    }
  }

  private static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  private static func bytes(_ hex: String) -> [UInt8]? {
    let digits = Array(hex.utf8)
    guard digits.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      let pair = String(decoding: digits[index..<(index + 2)], as: UTF8.self)
      guard let byte = UInt8(pair, radix: 16) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }
}

/// Why a bank account cannot be sealed or opened.
package enum VaultError: Error {
  case unsealable, unopenable
}
