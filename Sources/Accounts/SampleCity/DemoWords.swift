import Ledger

/// What citizens and staff of the sample city write.
enum DemoWords {
  static let letters: [(subject: String, text: String, answer: String)] = [
    (
      "High bill", "My bill is twice what it was last month. Can somebody look at the meter?",
      "We read the meter again: the reading is right. A toilet that runs is the usual cause."
    ),
    (
      "Brown water", "Since this morning the water is brown. Is it safe to drink?",
      "The hydrants in your street were flushed. Let the cold tap run for ten minutes."
    ),
    (
      "Moving out", "We move at the end of the month. What do we have to do?",
      "Tell us the day and where the last bill is to go; we read the meter that day."
    ),
    (
      "Payment not shown", "I paid at the counter on Monday, and the portal still shows it open.",
      "It was posted on the next day. Thank you for your patience."
    ),
    (
      "Low pressure", "The shower upstairs has hardly any pressure.",
      "We measured at the hydrant: the street is fine. Please have the regulator looked at."
    ),
    (
      "Payment arrangement", "May I pay the last two bills in three parts?",
      "Yes. Please call us, so that we can agree on the days."
    ),
  ]

  static let announcements: [(title: String, text: String)] = [
    (
      "Hydrant flushing",
      "We flush the hydrants north of Main Street. The water may be cloudy for some hours."
    ),
    (
      "Bills by e-mail",
      "Choose e-mail under Delivery, and the bill is with you on the day on which it is made."
    ),
  ]

  static func notes(_ kind: NoteKind) -> [String] {
    switch kind {
    case .customer: ["Hard of hearing: write rather than call.", "Speaks Spanish at home."]
    case .meter: ["Box is under the deck, left of the stairs.", "Lid is heavy: bring a hook."]
    default:
      [
        "Gate is locked; the neighbor has the key.", "Pays at the counter on Fridays.",
        "Asked for a leak adjustment and sent the plumber's bill.",
        "Side yard floods in spring: read from the street.",
      ]
    }
  }
}
