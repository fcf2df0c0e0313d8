import Domain
import Verbs

/// What is hidden until somebody asks for it.
extension Model {
  /// Shows a site's access code; that it was shown goes on record before anybody reads it.
  func showingSecret(of site: Site.ID) -> PopupAnswer {
    guard let code = office.site(site)?.details[.accessCode], let name = office.site(site)?.name else {
      return .stay
    }
    return showing("Access to \(name)", code, ShowCodeVerb.name, Arguments(["site": [site.description]]))
  }

  /// Shows a technician's number in the same way.
  func showingPhone(of technician: Technician.ID) -> PopupAnswer {
    guard let found = office.technician(technician) else { return .stay }
    guard let number = found.phone?.words else {
      return PopupAnswer(result: ResultLine(.note, "No number of \(found.name.words) is on record."))
    }
    return showing(
      "Number of \(found.name.words)", number, ShowPhoneVerb.name,
      Arguments(["technician": [technician.description]]))
  }

  private func showing(
    _ title: String, _ words: String, _ verb: String, _ arguments: Arguments
  ) -> PopupAnswer {
    do {
      let proposal = try proposal(of: verb, arguments)
      return PopupAnswer(.open(SecretPopup(title: title, words: words, proposal: proposal)))
    } catch {
      return PopupAnswer(result: ResultLine(.refused, error.words))
    }
  }
}
