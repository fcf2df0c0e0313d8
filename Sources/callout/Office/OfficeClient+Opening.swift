import Domain
import Foundation
import Storage

extension OfficeClient {
  /// A console with a token shows it; one that joined at the machine's own socket has its account.
  static func of(_ file: OfficeFile, at address: OfficeAddress) throws(Failure) -> OfficeClient {
    let hasToken = !address.isSocket || access(TokenFile.path(of: file.path), F_OK) == 0
    return OfficeClient(
      address: address,
      proof: hasToken
        ? .token(try TokenFile.read(beside: file.path)) : .account(file.identity.console),
      authority: address.isEncrypted ? TrustFile.find(beside: file.path) : nil)
  }
}
