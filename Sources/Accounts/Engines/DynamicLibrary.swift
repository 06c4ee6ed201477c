import Glibc

/// A C library that is opened when it is first needed, and stays open.
@safe
package struct DynamicLibrary {
  private let handle: UnsafeMutableRawPointer

  /// Nil if the dynamic linker finds no library of that name.
  package init?(_ name: String) {
    guard let handle = unsafe dlopen(name, RTLD_NOW | RTLD_LOCAL) else { return nil }
    unsafe self.handle = handle
  }

  /// A function of the library, nil if it has none of that name. Its type in C cannot be checked.
  @unsafe
  package func function<T>(_ symbol: String, as type: T.Type = T.self) -> T? {
    unsafe dlsym(handle, symbol).map { unsafe unsafeBitCast($0, to: T.self) }
  }
}
