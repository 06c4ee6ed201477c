/// What way an account's bills go.
public enum DeliveryMethod: String, Choice {
  public static let valueName = "method"
  case mail, email, both

  public var needsAddress: Bool { self != .mail }
}

/// What happened to a delivery preference, other than that somebody chose it.
public enum DeliveryEventKind: String, Choice {
  public static let valueName = "kind"
  /// A message came back.
  case bounce
  /// After too many bounces the bills go by mail.
  case reverted
  /// The customer whose preference it was has moved out.
  case movedOut = "moved_out"
}

/// Whether an address will ever take a message again.
public enum BounceType: String, Choice {
  public static let valueName = "type"
  case hard, soft
}
