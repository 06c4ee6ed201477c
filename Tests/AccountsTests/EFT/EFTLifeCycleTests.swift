import Accounts
import Testing

@testable import Engines
@testable import Ledger
@testable import Rules
@testable import Values

@Suite("The life of an enrollment for automatic payments")
struct EFTLifeCycleTests {
  /// Every cell, as a bank's clerk would draw it: rows are states, columns events; - cannot be.
  private static let drawn: [EFTState: String] = [
    .entered: "entered prenote_pending - - - - - entered returned cancelled entered cancelled",
    .prenotePending:
      "entered - prenote_pending active - on_hold - returned returned cancelled prenote_pending cancelled",
    .active: "entered - - - active on_hold - active returned cancelled active cancelled",
    .onHold:
      "entered - - - - - prenote_pending on_hold returned cancelled on_hold cancelled",
    .returned: "entered - - - - - - returned returned cancelled returned cancelled",
    .cancelled: "- - - - - - - cancelled cancelled cancelled cancelled -",
  ]

  static let cells = EFTState.allCases.flatMap { state in
    EFTEvent.allCases.map { (state, $0) }
  }

  @Test("each event leads where it should, or is refused in words", arguments: cells)
  func cell(_ state: EFTState, _ event: EFTEvent) throws {
    let index = try #require(EFTEvent.allCases.firstIndex(of: event))
    let words = try #require(Self.drawn[state]).split(separator: " ")
    try #require(words.count == EFTEvent.allCases.count)
    var row = Row<EFTEnrollment>()
    row[EFTEnrollment.account] = AccountNumber(trusted: "500")
    row[EFTEnrollment.state] = state
    let next = Self.next(event, row)
    #expect(next.state?.rawValue ?? "-" == words[index])
    guard let rejection = next.rejection else { return }
    #expect(rejection.found.contains(state.rawValue))
    #expect(rejection.remedy.contains("500"))
  }

  private static func next(
    _ event: EFTEvent, _ row: Row<EFTEnrollment>
  ) -> (state: EFTState?, rejection: Rejection?) {
    do {
      return (try EFTLifeCycle.state(after: event, of: row), nil)
    } catch {
      guard case .rejected(let rejection) = error else { return (nil, nil) }
      return (nil, rejection)
    }
  }

  @Test(
    "want of money is tried twice more, an authorization that is gone ends it, all else stops",
    arguments: [
      ("R01", 1, EFTEvent.retryReturn), ("R01", 2, .retryReturn), ("R01", 3, .stopReturn),
      ("R09", 2, .retryReturn), ("R02", 1, .stopReturn), ("R03", 1, .stopReturn),
      ("R04", 1, .stopReturn), ("R85", 1, .stopReturn), ("R07", 1, .revocation),
      ("R10", 1, .revocation), ("R05", 1, .revocation), ("R29", 1, .revocation),
      ("R15", 1, .revocation), ("R08", 1, .stopReturn), ("R11", 1, .stopReturn),
    ])
  func returns(_ text: String, _ attempt: Int64, _ event: EFTEvent) throws {
    let code = try #require(EFTReturnCode(text))
    #expect(code.event(attempt: attempt) == event)
  }

  @Test("what is no return code is none", arguments: ["R1", "R001", "C01", "RXX", "r01", ""])
  func noCode(_ text: String) { #expect(EFTReturnCode(text) == nil) }

  @Test(
    "the bank may return by the second banking day, a consumer's denied debit for sixty days",
    arguments: [
      ("R01", "2026-11-30"), ("R29", "2026-11-30"), ("R10", "2027-01-25"), ("R07", "2027-01-25"),
      ("R05", "2027-01-25"), ("R31", nil),
    ] as [(String, String?)])
  func deadlines(_ text: String, _ expected: String?) throws {
    let code = try #require(EFTReturnCode(text))
    let deadline = try code.deadline(settledOn: CivilDate("2026-11-25"))
    #expect(deadline?.description == expected)
  }

  @Test(
    "banks rest on week-ends and holidays",
    arguments: [
      ("2026-11-23", true), ("2026-11-21", false), ("2026-11-22", false), ("2026-11-26", false),
      ("2026-11-27", true), ("2026-11-11", false), ("2026-10-12", false), ("2026-09-07", false),
      ("2026-05-25", false), ("2026-05-18", true), ("2026-01-19", false), ("2026-02-16", false),
      ("2026-06-19", false), ("2021-06-18", true), ("2026-07-03", true), ("2026-07-04", false),
      ("2023-01-02", false), ("2026-12-25", false),
    ])
  func bankingDays(_ day: String, _ isOpen: Bool) throws {
    #expect(try CivilDate(day).isBankingDay == isOpen)
  }

  @Test("waiting days skip them")
  func waiting() throws {
    #expect(try CivilDate("2026-11-24").addingBankingDays(3).description == "2026-11-30")
  }
}
