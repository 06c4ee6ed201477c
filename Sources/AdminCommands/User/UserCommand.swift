import Accounts
import ArgumentParser

/// `user …`
struct UserCommand: NounCommand {
  static let name = "user"
  static let abstract = "Users of the portal and their logins"
  static let verbs: [any AdminCommand.Type] = [
    OperationCommand<RegisterUser>.self,
    OperationCommand<ActivateUser>.self,
    OperationCommand<ResendActivation>.self,
    UserShow.self,
    UserList.self,
    OperationCommand<SetUser>.self,
    OperationCommand<LockUser>.self,
    UserUnlock.self,
    OperationCommand<SuspendUser>.self,
    OperationCommand<UnsuspendUser>.self,
    OperationCommand<ResetPassword>.self,
    OperationCommand<DeactivateUser>.self,
    UserSessions.self,
    OperationCommand<RevokeSessions>.self,
    OperationCommand<RemoveUserIdentity>.self,
  ]
}
