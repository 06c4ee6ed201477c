package import Accounts
package import ArgumentParser
package import Reports

/// Choices as options of reading commands.
extension ExpressibleByArgument where Self: Choice {
  package init?(argument: String) {
    guard !argument.isEmpty, let value = try? Self(argument) else { return nil }
    self = value
  }
}

extension CustomerKind: ExpressibleByArgument {}
extension SchedulePeriod: ExpressibleByArgument {}
extension HistoryKind: ExpressibleByArgument {}
extension ServiceStatus: ExpressibleByArgument {}
extension ReadKind: ExpressibleByArgument {}
extension SearchKind: ExpressibleByArgument {}
extension YesNo: ExpressibleByArgument {}
extension AccountStatus: ExpressibleByArgument {}
extension PaymentMethod: ExpressibleByArgument {}
extension EFTState: ExpressibleByArgument {}
extension PrenoteStep: ExpressibleByArgument {}
extension UserStatus: ExpressibleByArgument {}
extension IdentityProvider: ExpressibleByArgument {}
extension OutboxStatus: ExpressibleByArgument {}
extension LetterKind: ExpressibleByArgument {}
extension Problem: ExpressibleByArgument {}
extension NoteKind: ExpressibleByArgument {}
extension RequestStatus: ExpressibleByArgument {}
extension DeliveryMethod: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}
