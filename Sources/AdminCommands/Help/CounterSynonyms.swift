/// Phrases of people at the counter whose single words would lead to other commands.
extension Synonyms {
  static let atTheCounter: [Entry] = [
    Entry(
      phrases: ["stop autopay", "cancel autopay", "end autopay", "stop ach", "cancel ach"],
      commands: ["eft cancel", "eft hold", "eft show"]),
    Entry(phrases: ["lockout", "lock out"], commands: ["user unlock", "explain", "user list"]),
    Entry(phrases: ["cutoff", "cut-off"], commands: ["service suspend", "service stop"]),
    Entry(
      phrases: ["shut off list", "shutoff list", "cutoff list", "disconnect list"],
      commands: ["report aged-balances", "service suspend", "service list"]),
    Entry(
      phrases: ["delinquent account", "delinquent list", "past due list", "past due account"],
      commands: ["report aged-balances", "bill list", "account show"]),
    Entry(
      phrases: ["unpaid", "unpaid bill", "open bill", "outstanding"],
      commands: ["bill list", "report aged-balances"]),
    Entry(
      phrases: ["not reading", "stopped meter", "broken meter"],
      commands: ["report dead-meter", "report missing-reads", "meter exchange"]),
    Entry(
      phrases: ["estimate", "estimated bill", "estimated read", "estimated usage"],
      commands: ["explain", "report consecutive-estimates", "read list"]),
    Entry(
      phrases: ["day sheet", "daily report", "cash drawer", "drawer balance", "till"],
      commands: ["report payments", "payment list", "report changes"]),
    Entry(
      phrases: ["handheld", "handheld file", "read file", "meter file"],
      commands: ["read add", "report read-sheet", "import"], article: "bulk"),
    Entry(
      phrases: ["work order", "service order", "field order"],
      commands: ["request add", "note add"]),
    Entry(
      phrases: [
        "garbage", "trash", "refuse", "solid waste", "recycling", "stormwater", "storm water",
        "sewer only",
      ], commands: ["service start", "service-type list", "service-type add"]),
    Entry(
      phrases: ["void payment", "voided payment", "cancel payment", "delete payment"],
      commands: ["payment reverse", "payment list"]),
    Entry(
      phrases: ["apply payment", "transfer payment"],
      commands: ["payment move", "payment post"]),
    Entry(
      phrases: ["credit balance", "overpayment", "refund customer"],
      commands: ["report credits", "payment reverse", "payment move"]),
    Entry(
      phrases: ["unlink", "unlink account"],
      commands: ["link remove", "link list"]),
    Entry(
      phrases: ["remove user", "delete user"],
      commands: ["user deactivate", "link remove", "user suspend"]),
    Entry(
      phrases: ["citizen request", "open request"],
      commands: ["request list", "request show", "request add"]),
    Entry(phrases: ["bill stuffer", "bill message"], commands: ["announcement add"]),
  ]
}
