// One import for the modules above `Accounts`.
@_exported public import Engines
@_exported public import Ledger
@_exported public import Portal
@_exported public import Rules
@_exported public import SampleCity
@_exported public import Values
