import Accounts
import Glibc

/// Whose process this is: what the kernel says, and what sudo says of who started it. Nothing else
/// of the environment counts.
package struct Caller: Sendable {
  /// The name of the account with the process's real uid.
  package let account: String
  package let uid: UInt32
  /// Anyone who ran sudo, by its variables, which any program can set: see `identity(at:)`.
  package let behindSudo: String?
  package let host: String

  package init(account: String, uid: UInt32, behindSudo: String?, host: String) {
    self.account = account
    self.uid = uid
    self.behindSudo = behindSudo
    self.host = host
  }

  /// The process of this program.
  static func system(_ environment: [String: String]) -> Caller {
    let uid = getuid()
    var host = [CChar](repeating: 0, count: 256)
    unsafe gethostname(&host, host.count - 1)
    let bytes = host.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return Caller(
      account: accountName(uid) ?? "uid \(uid)", uid: uid,
      behindSudo: personBehindSudo(environment), host: String(decoding: bytes, as: UTF8.self))
  }

  /// Both variables must name the same account.
  private static func personBehindSudo(_ environment: [String: String]) -> String? {
    guard let name = environment["SUDO_USER"],
      let uid = environment["SUDO_UID"].flatMap({ UInt32($0) }), accountName(uid) == name
    else { return nil }
    return name
  }

  private static func accountName(_ uid: UInt32) -> String? {
    unsafe getpwuid(uid).map { unsafe String(cString: $0.pointee.pw_name) }
  }

  var itself: Identity { Identity(operatorName: account, actingAs: nil) }

  /// The person behind sudo, if this is a service account, whose files are not that person's.
  /// Inventing the variables only restricts whoever does it.
  var actsFor: String? { uid == 0 ? nil : behindSudo }

  /// A folder of this person's own: under a service account, everybody has one within a shared folder.
  /// Nil if the person's name cannot be a folder's.
  func ownFolder(_ own: String, within shared: String) -> String? {
    guard let person = actsFor else { return own }
    return person.contains("/") || person.hasPrefix(".") ? nil : "\(shared)/\(person)"
  }

  /// The operator of a store. Sudo's variables count only where the process holds all that the
  /// store's owner holds, as root and a service account do: on a file that a group shares, anybody
  /// could set them. On a server the login counts, which the server knows.
  ///
  /// A service account's store lies where nobody else can put another file in its place: who may,
  /// could be taken for the account itself.
  /// - Parameter isOpen: the process has it open, so that its owner is asked of what is open, which
  ///   nobody can exchange, and not of its path.
  func identity(at location: StoreLocation, isOpen: Bool) throws(CommandError) -> Identity {
    guard case .file(let path) = location, let behindSudo, behindSudo != account else {
      return itself
    }
    if uid != 0 {
      let isHeld = TrustedPath(uid: uid).holds(path)
      guard isOpen ? OpenFiles.hasStore(of: uid) : !isHeld || owns(path) else { return itself }
      guard isHeld else {
        throw CommandError(
          .notPermitted,
          "users other than \(account) can change a folder or link in \(path)",
          remedy:
            "make the store's folder writable by \(account) only, or open the store without sudo")
      }
    }
    return Identity(operatorName: behindSudo, actingAs: account)
  }

  /// A store that is not there yet will be the process's own.
  private func owns(_ path: String) -> Bool {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { return errno == ENOENT }
    return facts.st_uid == uid
  }
}
