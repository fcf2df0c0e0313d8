import Domain
import Storage
import Sync

extension ServerDesk {
  /// What somebody at a console asks about the consoles of the office, or has done with them, as far as he may.
  func consoles(_ request: ConsolesRequest, _ caller: Registrar) async throws -> ConsolesAnswer {
    let answer = try await write { [self] () throws -> ConsolesAnswer in
      _ = try file.refresh()
      do throws(Refusal) {
        try file.state.office.authorize(.managePeople, on: nil, by: caller.person)
      } catch {
        return .refused(error)
      }
      switch request {
      case .list: break
      case .enrol(let person): return try enrol(person, nil, by: caller.person)
      case .enrolNewcomer(let person): return try enrol(person.id, person, by: caller.person)
      case .revoke(let console): try file.revoke(console, by: caller.person)
      }
      return .consoles(try file.joinedConsoles())
    }
    if request != .list { announce() }
    return answer
  }

  /// What a console says of somebody who is known here already counts for nothing.
  private func enrol(_ id: Person.ID, _ proposed: Person?, by maker: Person.ID) throws -> ConsolesAnswer {
    let (code, until) = (host.secrets.code(), file.now + OfficeFile.codeLasts)
    let office = file.state.office
    let newcomer = office.person(id) == nil ? proposed : nil
    do throws(Refusal) {
      let person: Person
      if let newcomer { person = newcomer } else { person = try office.acting(id) }
      try office.authorize(enrolling: person, by: maker)
    } catch {
      return .refused(error)
    }
    guard let newcomer else {
      try file.enrol(id, code: code, until: until, by: maker)
      return .code(code, until: until)
    }
    do throws(SubmitError) {
      try file.enrol(
        id, adding: file.adding(newcomer, by: maker), code: code, until: until, by: maker)
      return .code(code, until: until)
    } catch {
      switch error {
      case .refused(let refusal): return .refused(refusal)
      case .failed(let failure): throw failure
      }
    }
  }
}
