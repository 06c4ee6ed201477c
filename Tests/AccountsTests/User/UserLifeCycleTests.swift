import Accounts
import Testing

@testable import Portal
@testable import Values

@Suite("The life of a portal user")
struct UserLifeCycleTests {
  /// Every cell; rows are statuses, columns the events in their order: = is unchanged, - refused.
  private static let drawn: [UserStatus: String] = [
    // invite activate lock unlock suspend unsuspend resetPassword choosePassword expirePassword
    // deactivate
    .staged: "provisioned active - - - - - - - deprovisioned",
    .provisioned: "provisioned active - - - - - - - deprovisioned",
    .active:
      "- = locked_out = suspended = recovery active password_expired deprovisioned",
    .recovery: "- - - - suspended - recovery active - deprovisioned",
    .passwordExpired: "- - locked_out - suspended - recovery active = deprovisioned",
    .lockedOut: "- - = active suspended - recovery locked_out - deprovisioned",
    .suspended: "- - - - = active - - - deprovisioned",
    .deprovisioned: "provisioned - - - - - - - - =",
  ]

  static let cells = UserStatus.allCases.flatMap { status in
    UserEvent.allCases.map { (status, $0) }
  }

  @Test("each event leads where it should", arguments: cells)
  func cell(_ status: UserStatus, _ event: UserEvent) throws {
    let index = try #require(UserEvent.allCases.firstIndex(of: event))
    let words = try #require(Self.drawn[status]).split(separator: " ")
    try #require(words.count == UserEvent.allCases.count)
    let found =
      switch UserLifeCycle.step(from: status, by: event) {
      case .to(let next): next.rawValue
      case .alreadySo: "="
      case .refused: "-"
      }
    #expect(found == words[index])
  }

  @Test("a suspended user can be given two commands, and no others")
  func suspended() {
    #expect(UserLifeCycle.commands(from: .suspended) == ["user unsuspend", "user deactivate"])
  }
}
