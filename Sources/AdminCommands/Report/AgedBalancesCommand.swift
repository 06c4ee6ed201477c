import Accounts
import ArgumentParser
import Reports

/// `report aged-balances`
struct AgedBalancesCommand: ListCommand {
  static let help = CommandHelp(
    "aged-balances",
    abstract: "What customers owe, by days past due, former customers too",
    discussion: HelpText.discussion(
      """
      One row for each customer of each account who owes something on the day, by bills. Credit that \
      pays no bill yet is not counted.
      """,
      examples: [
        "report aged-balances", "report aged-balances --former --csv",
        "report aged-balances --over 60 --as-of 2026-10-31",
      ]))

  @Option(help: "only this account", transform: TypedValue.option) var account: AccountNumber?
  @Option(help: "only this customer", transform: TypedValue.option) var cid: CustomerID?
  @Flag(help: "only customers who do not hold the account any more") var former = false
  @Option(help: ArgumentHelp("only what is past due for more days", valueName: "days"))
  var over: Int?

  func report(on store: Store, in context: CommandContext) throws -> Report {
    if let over, !(0...100_000).contains(over) {
      throw ValidationError("--over: found \(over), expected a number of days from 0 to 100000")
    }
    return .agedBalances(
      account: try store.filter(Account.self, account?.text, "account"),
      cid: try store.filter(Customer.self, cid?.text, "cid"), formerOnly: former, over: over,
      asOf: context.day(on: store), dialect: store.dialect)
  }
}
