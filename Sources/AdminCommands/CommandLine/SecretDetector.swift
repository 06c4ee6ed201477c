import Accounts

/// What looks like a secret, wherever it appears.
enum SecretDetector {
  /// Eight digits or more, with blanks or dashes between them or not.
  static func mayBeBankAccount(_ text: String) -> Bool {
    runs(text).contains { $0.utf8.count >= 8 }
  }

  /// More digits than a telephone number has, or a routing number with its check digit: where
  /// numbers of all kinds are searched for.
  static func isBankNumber(_ text: String) -> Bool {
    runs(text).contains {
      $0.utf8.count > PhoneNumber.digitCount || (try? RoutingNumber($0)) != nil
    }
  }

  /// A long word of letters and digits without a meaning, as the links in mails end with.
  static func hasToken(_ text: String) -> Bool {
    let words = text.split {
      !$0.isASCII || !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-")
    }
    return words.contains { word in
      word.utf8.count >= 20 && word.contains(where: \.isNumber) && word.contains(where: \.isLetter)
        && !word.contains { $0 == "-" }
    }
  }

  /// A text that contains a secret usually names it.
  static func namesSecret(_ text: String) -> Bool {
    let text = text.lowercased()
    return ["password", "passcode", "passphrase", "token"].contains { text.contains($0) }
      || text.split { !$0.isLetter }.contains { ["pw", "pwd", "pin", "secret"].contains($0) }
  }

  /// The digits of a text, joined over blanks and dashes.
  private static func runs(_ text: String) -> [String] {
    var runs = [""]
    for character in text {
      if character.isASCII, character.isNumber {
        runs[runs.count - 1].append(character)
      } else if character != " ", character != "-" {
        runs.append("")
      }
    }
    return runs
  }
}
