/// A name or any other line of text.
package struct Line: TextValue {
  package static let valueName = "text"
  package static let expected = "a line of text"
  package let text: String
  package init(trusted text: String) { self.text = text }
}

/// A note or reason, up to 2,000 characters.
package struct Remark: TextValue {
  package static let valueName = "text"
  package static let expected = "a line of text"
  package static let longest = 2000
  package static let nature = TextNature.prose
  package let text: String
  package init(trusted text: String) { self.text = text }
}

/// A meter-reading route.
package struct Route: TextValue {
  package static let valueName = "route"
  package static let expected = "a route"
  package static let nature = TextNature.code
  package static let longest = 32
  package let text: String
  package init(trusted text: String) { self.text = text }
}

/// The class of a service, used by rates and reports.
package struct ServiceClass: TextValue {
  package static let valueName = "class"
  package static let expected = "a class of service, e.g. residential"
  package static let nature = TextNature.code
  package static let longest = 32
  package let text: String
  package init(trusted text: String) { self.text = text }
}

/// A billing cycle.
package struct Cycle: TextValue {
  package static let valueName = "cycle"
  package static let expected = "a billing cycle"
  package static let nature = TextNature.code
  package static let longest = 32
  package let text: String
  package init(trusted text: String) { self.text = text }
}

/// The size of a meter.
package struct MeterSize: TextValue {
  package static let valueName = "size"
  package static let expected = "a size, e.g. 5/8 or 2 inch"
  package static let nature = TextNature.measure
  package let text: String
  package init(trusted text: String) { self.text = text }
}

/// An apartment, suite or lot.
package struct Premises: TextValue {
  package static let valueName = "text"
  package static let expected = "an apartment, suite or lot"
  package static let nature = TextNature.place
  package let text: String
  package init(trusted text: String) { self.text = text }
}

/// A unit of measure, e.g. GAL, CCF, HCF.
package struct Unit: TextValue {
  package static let valueName = "unit"
  package static let expected = "a unit, e.g. GAL, CCF, HCF"
  package static let longest = 12
  package static let nature = TextNature.measure
  package let text: String
  package init(trusted text: String) { self.text = text }
}
