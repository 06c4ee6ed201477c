import Accounts

/// What may be typed for a field, as an example next to the fault that it is missing.
enum FieldExample {
  /// `--on today`; nil if no example says more than the field's help.
  static func text(_ field: FieldInfo) -> String? {
    guard field.place != .secret, let value = value(field) else { return nil }
    return field.place == .argument ? value : "--\(field.name) \(value)"
  }

  /// As it is typed in answer to a question, where a shell's quotes would be part of it.
  static func answer(_ field: FieldInfo) -> String? {
    value(field).map { $0.hasPrefix("'") ? String($0.dropFirst().dropLast()) : $0 }
  }

  private static func value(_ field: FieldInfo) -> String? {
    if let first = field.choices?.first { return first }
    if field.isDate { return "today" }
    return byName[field.name] ?? byName[field.valueName]
  }

  private static let byName = [
    "account": "2000001", "key": "2000001", "cid": "100001", "email": "pat@example.com",
    "amount": "41.80",
    "bill": "8000001", "meter": "60000001", "new": "60000002", "location": "1000001",
    "service": "WATER", "name": "'Pat Doe'", "first": "Pat", "last": "Doe", "to": "2000002",
    "routing": "021000021", "reading": "1042", "address": "'705 Acorn St'", "payment": "12",
    "request": "3", "text": "'Dog in the yard'", "subject": "'A leak'",
    "reason": "'customer request'",
    "operator": "pat", "code": "1000",
  ]
}
