import Accounts
import Glibc

/// Why a question got no answer.
enum PromptFault: Error, Equatable {
  case interrupted
  case endOfInput
  case tooLong(limit: Int)
  case notUTF8
  case notATerminal
  case unreadable(Int32)

  var status: ExitStatus {
    switch self {
    case .interrupted: .interrupted
    case .endOfInput, .notATerminal: .usage
    case .tooLong, .notUTF8: .badData
    case .unreadable: .inputOutput
    }
  }

  var message: String {
    switch self {
    case .interrupted: "interrupted"
    case .endOfInput: "expected a line on standard input, found end of file"
    case .tooLong(let limit): "expected a line of at most \(limit) bytes, found a longer one"
    case .notUTF8: "expected UTF-8 text, found other bytes"
    case .notATerminal: "cannot ask, because standard input is not a terminal; add --yes"
    case .unreadable(let code): unsafe "cannot read the answer: \(String(cString: strerror(code)))"
    }
  }
}
