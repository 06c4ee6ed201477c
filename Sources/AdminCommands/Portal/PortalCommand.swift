import Accounts
import ArgumentParser
import Reports

/// `portal …`: the citizen's side.
struct PortalCommand: NounCommand {
  static let name = "portal"
  static let abstract = "The portal from the citizen's side"
  static let verbs: [Verb] = [
    Verb(PortalRegister.self),
    Verb(PortalActivate.self),
    Verb(SignIn.self),
    Verb(PortalSignOut.self),
    Verb(ForgotPassword.self),
    Verb(PortalResetPassword.self),
    Verb(ChangePassword.self),
    Verb(PortalUnlock.self),
    Verb(PortalProfile.self),
    Verb(AddIdentity.self),
    Verb(RemoveIdentity.self),
    Verb(PortalLink.self),
    Verb(PortalUnlink.self),
    Verb(PortalEFT.self),
    Verb(PortalEndEFT.self),
    Verb(PortalDelivery.self),
    Verb(PortalContact.self),
    Verb(PortalReply.self),
    Verb(PortalShow.self),
    Verb(PortalBill.self),
    Verb(PortalRequest.self),
    Verb(PortalWelcome.self),
  ]
}
