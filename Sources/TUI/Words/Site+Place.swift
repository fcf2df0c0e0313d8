import Domain

extension Site {
  /// Its name and its address, each said once where one of them holds the other: many are named by their address.
  var place: [String] {
    guard let address, !address.isEmpty else { return [name] }
    if address.lowercased().hasPrefix(name.lowercased()) { return [address] }
    if name.lowercased().hasSuffix(address.lowercased()) { return [name] }
    return [name, address]
  }
}
