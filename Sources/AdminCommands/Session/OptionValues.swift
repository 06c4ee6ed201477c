import ArgumentParser

/// How long to wait for a busy store: seconds, from none to a day.
struct WaitTime: ExpressibleByArgument, Sendable, Equatable {
  let duration: Duration

  init?(argument: String) {
    // What is no number fails the comparison too.
    guard let seconds = Double(argument), seconds >= 0, seconds <= 86_400 else { return nil }
    duration = .seconds(seconds)
  }
}

/// How many rows at most; 0 is all.
struct RowLimit: ExpressibleByArgument, Sendable, Equatable {
  let count: Int

  init(_ count: Int) { self.count = count }

  init?(argument: String) {
    guard let count = Int(argument), (0...1_000_000_000_000).contains(count) else { return nil }
    self.count = count
  }
}
