import Accounts
import Glibc
import Testing

@testable import Ledger
@testable import Values

@Suite("The key file")
struct KeyFileTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private var path: String { folder.path + "/ubadmin-eft.key" }

  @Test("is made on first use, for its owner alone, and stays")
  func made() throws {
    let number = try BankAccountNumber("123456789")
    let sealed = try KeyFile(path: path).made().seal(number, for: "500")
    var facts = stat()
    #expect(stat(path, &facts) == 0)
    #expect(facts.st_mode & 0o777 == 0o600)
    #expect(facts.st_size == 32)
    #expect(try KeyFile(path: path).made().open(sealed, for: "500") == "123456789")
  }

  @Test("is refused when others can read it", arguments: [0o640, 0o604, 0o660] as [mode_t])
  func readable(mode: mode_t) throws {
    _ = try KeyFile(path: path).made()
    chmod(path, mode)
    let fault = #expect(throws: KeyFault.self) { try KeyFile(path: path).made() }
    #expect(fault?.description.contains(path) == true)
  }

  @Test("is not made to open what is sealed")
  func notMade() throws {
    #expect(try KeyFile(path: path).vault() == nil)
    #expect(access(path, F_OK) != 0)
    let key = KeyFile(path: path).bankKey(isTrial: true)
    #expect(try key.made() != nil)
    #expect(access(path, F_OK) != 0)
  }

  @Test("is refused when it is cut short")
  func short() throws {
    _ = try KeyFile(path: path).made()
    truncate(path, 31)
    #expect(throws: KeyFault.self) { try KeyFile(path: path).made() }
  }
}
