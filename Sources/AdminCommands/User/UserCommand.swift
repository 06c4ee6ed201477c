import Accounts
import ArgumentParser

/// `user …`
struct UserCommand: NounCommand {
  static let name = "user"
  static let abstract = "Users of the portal and their logins"
  static let verbs: [Verb] = [
    Verb(RegisterUser.self),
    Verb(ActivateUser.self),
    Verb(ResendActivation.self),
    Verb(UserShow.self),
    Verb(UserList.self),
    Verb(SetUser.self),
    Verb(LockUser.self),
    Verb(UserUnlock.self),
    Verb(SuspendUser.self),
    Verb(UnsuspendUser.self),
    Verb(ResetPassword.self),
    Verb(DeactivateUser.self),
    Verb(UserSessions.self),
    Verb(RevokeSessions.self),
    Verb(RemoveUserIdentity.self),
  ]
}
