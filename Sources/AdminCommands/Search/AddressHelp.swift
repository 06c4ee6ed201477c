/// What help says of addresses that are looked for.
enum AddressHelp {
  static let text = """
    In addresses the usual abbreviations of the Postal Service are the same as the whole words: \
    ST and STREET, N and NORTH, APT and APARTMENT.
    """
}
