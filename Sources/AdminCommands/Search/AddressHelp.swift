/// What help says of addresses that are looked for.
enum AddressHelp {
  static let text = """
    In addresses, the usual Postal Service abbreviations match the full words: \
    ST and STREET, N and NORTH, APT and APARTMENT.
    """
}
