/// How an account's bills are delivered.
public enum DeliveryMethod: String, Choice {
  public static let valueName = "method"
  case mail, email, both

  public var needsAddress: Bool { self != .mail }
}

/// An event of a delivery preference other than its choice.
public enum DeliveryEventKind: String, Choice {
  public static let valueName = "kind"
  /// A message bounced.
  case bounce
  /// After too many bounces the bills go by mail.
  case reverted
  /// The customer whose preference it was has moved out.
  case movedOut = "moved_out"
}

/// Whether a bounce is permanent or temporary.
public enum BounceType: String, Choice {
  public static let valueName = "type"
  case hard, soft
}
