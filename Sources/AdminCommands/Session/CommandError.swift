import Accounts
import ArgumentParser
import Glibc
import Reports

/// Why a command failed, with its exit status.
struct CommandError: Error {
  let status: ExitStatus
  let message: String
  let remedy: String

  init(_ status: ExitStatus, _ message: String, remedy: String = "") {
    self.status = status
    self.message = message
    self.remedy = remedy
  }
}

extension ExitStatus {
  /// The only place that turns an error into an exit status and a message.
  static func explaining(_ error: any Error) -> (
    status: ExitStatus, message: String, remedy: String
  ) {
    switch error {
    case let error as CommandError: (error.status, error.message, error.remedy)
    case let error as TypedRejection:
      (error.rejection.code.status, error.message, error.remedy)
    case let error as Rejection: (error.code.status, error.words, error.meantRemedy)
    case RuleError.rejected(let rejection): explaining(rejection)
    case RuleError.store(let error): explaining(error)
    case let error as StoreError: (error.status, error.message, error.remedy)
    case let error as OutputError:
      (error.status, "\(error)", "")
    // From --fields, --sort and --limit.
    case let fault as ValueFault:
      (
        .usage, "found \(fault.found.asFound), expected \(fault.expected)",
        DidYouMean.leading(fault.remedy, found: fault.found, expected: fault.expected)
      )
    case let error as CSVError:
      (error.status, "\(error)", "")
    case ReadFailure.system(let code):
      (.inputOutput, unsafe "cannot read the input: \(String(cString: strerror(code)))", "")
    case let fault as PromptFault: (fault.status, fault.message, "")
    case let error as ExitStatus: (error, "", "")
    default: (.bug, "\(error)", "please report this, with the command line")
    }
  }
}

extension Rejection {
  /// The remedy, led by the word that was probably meant.
  var meantRemedy: String { meantRemedyText { $0 } }

  /// - Parameter naming: a field's name as the reader knows it.
  func meantRemedyText(naming: (String) -> String) -> String {
    DidYouMean.leading(remedyText(naming: naming), found: found, expected: expected)
  }
}
