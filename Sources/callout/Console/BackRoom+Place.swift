import Domain
import Storage
import TUI

extension BackRoom {
  /// Where whoever acts was when his line was cut: the session that goes on from there has it, and no other one.
  func tellPlace() {
    guard let place = session.place(of: person) else { return }
    session.keep(nil, of: person)
    post(.resume(place))
  }
}

extension OfficeSession {
  /// Where somebody was; nil where he left on purpose, and where the file cannot say.
  func place(of person: Person.ID) -> PocketPlace? {
    do { return try file.setting(Self.setting(person)).flatMap { PocketPlace($0) } } catch { return nil }
  }

  /// Remembers where somebody is. A disk that does not take it costs him his place and nothing that he typed.
  func keep(_ place: PocketPlace?, of person: Person.ID) {
    do {
      let text = place?.text ?? ""
      if try file.setting(Self.setting(person)) ?? "" != text { try file.set(Self.setting(person), to: text) }
    } catch {
      return
    }
  }

  private static func setting(_ person: Person.ID) -> String { "place.\(person)" }
}
