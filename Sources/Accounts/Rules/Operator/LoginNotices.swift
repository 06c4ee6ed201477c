import Engines
import Ledger
import Values

extension Books {
  /// On a server it is the server that lets somebody in: what its administrator has to run so that
  /// a login has this role, or none. Empty where nothing is to be done, and for a store in a file.
  func loginNotices(of name: StaffName, as role: Role?) throws(RuleError) -> [String] {
    switch (try state(ofLogin: name.text), role) {
    case (nil, _), (.missing, nil), (.login(nil), nil): return []
    case (.missing, let role?):
      return [
        "the server has no login \(name); ask its administrator to run: "
          + "CREATE ROLE \(Role.quoted(name.text)) LOGIN; \(role.grant(to: name.text))"
      ]
    case (.login(let held?), let role) where held != role:
      let revoked = "REVOKE \(held.serverName) FROM \(Role.quoted(name.text));"
      return [
        "on the server \(name) is \(held.phrase); ask its administrator to run: "
          + ([revoked] + [role?.grant(to: name.text)].compactMap { $0 }).joined(separator: " ")
      ]
    case (.login(nil), let role?):
      return [
        "on the server \(name) has no role; ask its administrator to run: "
          + role.grant(to: name.text)
      ]
    default: return []
    }
  }
}
