/// What kind of bank account is drafted.
package enum BankAccountType: String, Choice {
  package static let valueName = "type"
  case checking, savings
}

/// How the customer has authorized automatic payments.
package enum EFTChannel: String, Choice {
  package static let valueName = "channel"
  /// In the portal.
  case web
  case phone
  /// Signed, at the counter or by mail.
  case paper
}

/// The standard entry class of an entry in the bank's file. Source: Nacha Operating Rules, Appendix
/// Three, and Article Two, Section 2.5 (provisions for each class): a consumer's debit is WEB where it
/// was authorized on the Internet, TEL by telephone, PPD in writing; an organization's is CCD.
package enum EntryClass: String, Choice {
  package static let valueName = "class"
  case ppd = "PPD"
  case web = "WEB"
  case tel = "TEL"
  case ccd = "CCD"

  package init(isOrganization: Bool, _ channel: EFTChannel) {
    switch channel {
    case _ where isOrganization: self = .ccd
    case .web: self = .web
    case .phone: self = .tel
    case .paper: self = .ppd
    }
  }

  /// Recurring, where the entry says whether it is.
  package var paymentType: String { self == .web || self == .tel ? "R" : "" }
}

/// The state of an enrollment in automatic payments.
package enum EFTState: String, Choice {
  package static let valueName = "state"
  case entered
  case prenotePending = "prenote_pending"
  case active
  case onHold = "on_hold"
  case returned, cancelled
}

/// An event of an enrollment.
package enum EFTEvent: String, CaseIterable, Sendable {
  /// Bank details were entered again.
  case change
  case confirm
  /// A prenote went to the bank.
  case prenote
  /// The prenote's waiting period ended without a return.
  case waited
  /// A draft went to the bank.
  case draft
  case hold, release
  /// The bank returned an entry for insufficient funds: R01, R09.
  case retryReturn = "retry_return"
  /// The bank returned an entry permanently.
  case stopReturn = "stop_return"
  /// The bank returned an entry because the authorization was revoked, denied or ended: R07, R10.
  case revocation
  /// The bank corrected the details: C01 and similar codes.
  case correction
  /// At the customer's request, or because the account or responsibility ended.
  case cancel
}

/// What a file entry is.
package enum EFTEntryKind: String, Choice {
  package static let valueName = "kind"
  case prenote, draft
}
