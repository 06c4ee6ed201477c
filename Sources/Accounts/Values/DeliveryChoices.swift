/// How an account's bills are delivered.
package enum DeliveryMethod: String, Choice {
  package static let valueName = "method"
  case mail, email, both

  package var needsAddress: Bool { self != .mail }
}

/// An event of a delivery preference other than its choice.
package enum DeliveryEventKind: String, Choice {
  package static let valueName = "kind"
  /// A message bounced.
  case bounce
  /// After too many bounces the bills go by mail.
  case reverted
  /// The customer whose preference it was has moved out.
  case movedOut = "moved_out"
}

/// Whether a bounce is permanent or temporary.
package enum BounceType: String, Choice {
  package static let valueName = "type"
  case hard, soft
}
