import Accounts
import Testing

@Suite("Credits of customers", .onBothEngines)
struct CreditsByCustomerTests {
  @Test("a former customer's money is the customer's, and no other's debt is set against it")
  func former() throws {
    let bench = try CommandBench(on: "2026-03-10")
    for line in [
      "customer add 1 --name Ana", "customer add 2 --name Bo", "location add L1 --address Main",
      "account open A1 --cid 1 --location L1 --on 2025-11-01",
      "bill add B1 A1 --amount 100 --on 2026-01-01",
      "payment post A1 --amount 130 --on 2026-01-15 --method check",
      "account move A1 --cid 2 --on 2026-02-01",
      "bill add B2 A1 --amount 45 --on 2026-02-20",
    ] { try bench.expect(line) }
    let line = "report credits --fields account,cid,name,credit,balance --csv --no-header"
    #expect(try bench.expect(line).output == "A1,1,Ana,30.00,-30.00\n")
    try bench.expect("payment post A1 --amount 50 --on 2026-03-01 --method check")
    #expect(
      try bench.expect(line).output == "A1,1,Ana,30.00,-30.00\nA1,2,Bo,5.00,-5.00\n")
  }
}
