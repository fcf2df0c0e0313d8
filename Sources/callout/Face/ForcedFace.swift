import Curses
import Domain
import Foundation
import Storage
import TUI
import Verbs

/// `callout tech --office unix:PATH`: the whole of what the key of a technician's account runs.
///
/// Nothing that the account's environment, its home or whoever connects can say leads it to other files or programs:
/// the variables are thrown away, no configuration is read, the file is the one in the account's own home, and no
/// process can be started any more.
struct ForcedFace {
  let address: String
  let isPlain: Bool

  /// Nil where the words ask for no such thing; refused where they say anything beside it.
  init?(_ words: [String]) throws(UsageFault) {
    guard words.contains("tech"), words.contains(where: { $0.hasPrefix("--office") }) else { return nil }
    guard words.count >= 3, words[0] == "tech", words[1] == "--office",
      words.count == 3 || words.count == 4 && words[3] == "--plain"
    else {
      throw UsageFault(
        "A forced session is callout tech --office unix:/run/callout/office.sock and nothing else.",
        word: "--office")
    }
    guard try OfficeAddress(words[2]).isSocket else {
      throw UsageFault(
        "--office takes a socket of this machine: unix:/run/callout/office.sock.", word: words[2])
    }
    address = words[2]
    isPlain = words.count == 4
  }

  func run(_ output: Output) throws(ShellError) -> Int32 {
    guard isPlain || isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 else {
      throw .usage(
        UsageFault(
          "This account opens a screen, and there is no terminal for it: ssh -t asks for one.", word: "tech"))
    }
    let (name, home) = try account()
    let environment = try clean(name, home)
    // Whoever is forced into this session can ask for nothing else: a terminal without a screen is spoken to in lines.
    let isPlain = isPlain || ["", "dumb", "unknown"].contains(environment["TERM"] ?? "")
    do { try Confinement.forbidPrograms() } catch {
      throw .failed(Failure(.cannotConfine, subject: "tech", detail: "\(error)"))
    }
    let surroundings = try surroundings(environment, isPlain)
    let session = try session(surroundings, name, output)
    let office = session.office
    guard let person = office.person(session.person), person.handle == name else {
      throw .failed(
        Failure(
          .turnedAway, subject: surroundings.databasePath,
          detail: "the file in this home is another person's, and the account is \(name)"))
    }
    guard person.technician != nil else { throw Self.noTechnician(name) }
    return try Callout.tech(session, output)
  }

  /// Said to whom the office knows as nobody, or as somebody else than a technician: it lets neither in here.
  private static func noTechnician(_ name: String) -> ShellError {
    .usage(
      UsageFault(
        "\(name) is no technician of this office: technician add NAME --handle HANDLE makes one, with an account of "
          + "its own.", word: "tech"))
  }
}

extension ForcedFace {
  /// The account and its home, as the system knows them and not as the environment says.
  private func account() throws(ShellError) -> (name: String, home: String) {
    guard let name = Account.name(geteuid()), let home = Account.home(geteuid()), home.hasPrefix("/") else {
      throw .failed(Failure(.noOffice, subject: "tech", detail: "this account has no name or no home"))
    }
    return (name, home)
  }

  /// Throws every variable away but what the terminal is and which letters it shows, and these only where they are
  /// plain names; what is left.
  private func clean(_ name: String, _ home: String) throws(ShellError) -> [String: String] {
    let before = ProcessInfo.processInfo.environment
    var kept = ["HOME": home, "USER": name, "LOGNAME": name]
    for variable in ["TERM", "LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR"] {
      guard let value = before[variable] else { continue }
      guard Self.isPlainName(value) else {
        if variable == "TERM" {
          throw .failed(Failure(.noTerminal, subject: "terminal", detail: "TERM is no name of a terminal"))
        }
        continue
      }
      kept[variable] = value
    }
    // A client that says nothing of its letters has UTF-8 in all likelihood.
    if !["LANG", "LC_ALL", "LC_CTYPE"].contains(where: { kept[$0] != nil }) { kept["LANG"] = "C.UTF-8" }
    clearenv()
    for (variable, value) in kept { setenv(variable, value, 1) }
    return kept
  }

  /// What cannot lead to a file: letters, digits and few signs, no dot first and no slash.
  static func isPlainName(_ value: String) -> Bool {
    !value.isEmpty && value.utf8.count <= 64 && value.first != "."
      && value.unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_.+@".unicodeScalars.contains($0))
      }
  }

  private func surroundings(
    _ environment: [String: String], _ isPlain: Bool
  ) throws(ShellError) -> Surroundings {
    do { return try Surroundings(forced: environment, isPlain: isPlain) } catch { throw .usage(error) }
  }

  /// The account's own file, which is made the first time by joining the office at its socket.
  private func session(
    _ surroundings: Surroundings, _ name: String, _ output: Output
  ) throws(ShellError) -> OfficeSession {
    let path = surroundings.databasePath
    if access(path, F_OK) != 0 {
      output.say("\(name): joining the office.")
      let joining = Joining(surroundings: surroundings, options: CommonOptions(), output: output)
      var wish = NewMembership(address: address, code: nil, authority: nil)
      wish.isForTechnician = true
      do throws(ShellError) { _ = try joining.run(wish) } catch {
        if case .failed(let failure) = error, failure.code == .unknownAccount {
          throw Self.noTechnician(name)
        }
        throw error
      }
    }
    return try OfficeSession(surroundings)
  }
}
