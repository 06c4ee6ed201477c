package import Ledger
import Values

/// A placeholder of mail templates, filled in for each mail.
package enum MailPlaceholder: String, CaseIterable, Sendable {
  case city, name, portal
  /// How customers reach the city.
  case contact
  /// The link that lets its reader in, and how long it holds.
  case link, days
  /// What is told, and what the reader can do.
  case news, next
  case topic, account, address
  /// An answer, as it was written.
  case text

  package var phrase: String { "{\(rawValue)}" }
}

/// The subject and the text of a kind of mail: the program's, or the city's own in its place.
package struct MailTemplate: Sendable, Equatable {
  package let kind: LetterKind
  package let subject: String
  package let text: String
  /// Whether the city has changed it.
  package let isOwn: Bool

  package init(_ kind: LetterKind, _ settings: Settings) {
    let own = (
      settings.stored(Self.name(kind, .subject)), settings.stored(Self.name(kind, .text))
    )
    self.kind = kind
    subject = own.0 ?? kind.standardSubject
    text = own.1 ?? kind.standardText
    isOwn = own.0 != nil || own.1 != nil
  }

  enum Part: String, CaseIterable {
    case subject, text
  }

  /// The name under which the city's own is kept, among the settings.
  static func name(_ kind: LetterKind, _ part: Part) -> String {
    "mail.template.\(kind.rawValue).\(part.rawValue)"
  }

  /// A text with every place filled in, once: what is filled in is not looked through.
  static func filled(_ text: String, _ values: [MailPlaceholder: String]) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "{") {
      result += rest[..<start]
      rest = rest[start...]
      guard let end = rest.firstIndex(of: "}"),
        let place = MailPlaceholder(rawValue: String(rest[rest.index(after: start)..<end])),
        let value = values[place]
      else {
        result.append(rest.removeFirst())
        continue
      }
      result += value
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  /// Words in braces that are no placeholders of this kind of mail.
  static func unknownPlaceholders(in text: String, of kind: LetterKind) -> [String] {
    let known = kind.places.map(\.rawValue)
    return text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
      let word = $0.prefix { $0 != "}" && $0 != "\n" }
      let isClosed = word.endIndex < $0.endIndex && $0[word.endIndex] == "}"
      return isClosed && !known.contains(String(word)) ? "{\(word)}" : nil
    }
  }
}

extension LetterKind {
  /// The placeholders that a mail of this kind fills in.
  package var places: [MailPlaceholder] {
    [.city, .name, .portal, .contact] + ownPlaces
  }

  private var ownPlaces: [MailPlaceholder] {
    switch self {
    case .activation, .recovery, .unlock, .email: [.link, .days]
    case .lockedOut, .registeredAlready: [.next]
    case .addressChange: [.address]
    case .delivery: [.topic, .account, .news, .next]
    case .eft: [.account, .news]
    case .reply, .report: [.topic, .text]
    }
  }

  /// Without these a mail would not do what it is for.
  package var needed: [MailPlaceholder] {
    switch self {
    case .activation, .recovery, .unlock, .email: [.link]
    case .lockedOut, .registeredAlready: [.next]
    case .addressChange: [.address]
    case .delivery, .eft: [.news]
    case .reply, .report: [.text]
    }
  }

  fileprivate var standardSubject: String {
    let topic =
      switch self {
      case .activation: "activate your login"
      case .recovery: "choose a new password"
      case .unlock: "unlock your login"
      case .email: "confirm your new e-mail address"
      case .lockedOut: "your login is locked"
      case .registeredAlready: "you already have a login"
      case .addressChange: "a new e-mail address for your login"
      case .delivery, .reply, .report: "{topic}"
      case .eft: "automatic payments of account {account}"
      }
    return "{city}: \(topic)"
  }

  fileprivate var standardText: String {
    // Its rows are taken out of the mail: nothing else stands before or after them.
    guard self != .report else { return middle }
    let greeting = self == .reply ? "" : "Dear {name},\n\n"
    return greeting + middle + "\n\n{city}\n{contact}\n\nReplies to this e-mail are not monitored."
  }

  private func link(_ phrase: String) -> String {
    """
    Please follow this link to \(phrase):

    {link}

    The link is valid for {days} and works once. If you did not request it, do not follow it, and \
    nothing will change.
    """
  }

  private var middle: String {
    switch self {
    case .activation: link("activate your login to our customer portal")
    case .recovery: link("choose a new password for our customer portal")
    case .unlock: link("unlock your login; your password stays as it is")
    case .email: link("confirm that this is your new e-mail address")
    case .lockedOut:
      """
      Your login to our customer portal was locked after too many wrong passwords. {next}

      If it was not you, please let us know.
      """
    case .registeredAlready:
      """
      Somebody entered your e-mail address in our customer portal. You already have a login, and it is \
      unchanged. {next}

      If it was not you, you do not need to do anything.
      """
    case .addressChange:
      """
      The e-mail address of your login to our customer portal will change to {address} when the link \
      in the mail sent there is followed.

      If it was not you, please choose a new password at {portal}/forgot-password, which stops the \
      change, and let us know.
      """
    case .delivery: "{news}\n\n{next}"
    case .eft: "{news}\n\nIf you did not expect this, please tell us."
    case .reply, .report: "{text}"
    }
  }
}
