import Domain
import Foundation
import Storage
import Verbs

/// Chores at an office about the consoles that have joined it.
struct OfficeChores {
  let session: OfficeSession
  let options: CommonOptions
  let output: Output
  /// How long a code can be used.
  private static let codeLasts = Span.hours(1)

  func start() throws(ShellError) -> Int32 {
    do { try session.file.startOffice() } catch { throw .failed(error.failure) }
    if options.isJSON {
      output.emit(Objects.started(session.file.identity).text)
    } else {
      output.say(wording.officeStarted)
    }
    return 0
  }

  func enrol(_ person: Person.ID) throws(ShellError) -> Int32 {
    let code = Self.code()
    let until = session.now + Self.codeLasts
    do { try session.file.enrol(person, code: code, until: until, by: session.person) } catch {
      throw .failed(error.failure)
    }
    if options.isJSON {
      output.emit(Objects.code(code, until: until).text)
    } else {
      for line in wording.enrolled(person, code: code, until: until) { output.say(line) }
    }
    return 0
  }

  func revoke(_ word: String) throws(ShellError) -> Int32 {
    let found: [JoinedConsole]
    do {
      found = try session.file.joinedConsoles().filter { $0.id.description.hasPrefix(word) }
    } catch {
      throw .failed(error.failure)
    }
    guard found.count == 1, let one = found.first else {
      let many = found.isEmpty ? "No joined console begins" : "\(found.count) joined consoles begin"
      throw .usage(
        UsageFault("\(many) with \"\(word.prefix(32))\": callout consoles lists their ids.", word: word))
    }
    do { try session.file.revoke(one.id, by: session.person) } catch { throw .failed(error.failure) }
    output.say(wording.revoked(one.id))
    return 0
  }

  private var wording: Wording { Wording(office: session.office, now: session.now) }

  /// Sixteen letters and digits that are not mistaken for each other: eighty random bits.
  private static func code() -> String {
    let letters = Array("abcdefghijkmnpqrstuvwxyz23456789")
    return String((0..<16).map { _ in letters[Int.random(in: letters.indices)] })
  }
}
