import Domain
import Storage
import TUI
import Verbs

extension BackRoom {
  /// The command lines of earlier days, for the line's history.
  func tellHistory() {
    do { post(.history(try session.file.rememberedLines(last: 500))) } catch { post(.failed(error.failure)) }
  }

  /// Long work that was asked for: on the line its answer is what the shell would have printed, a form hears what
  /// became of it.
  func carryOut(_ chore: Chore, _ origin: Origin) {
    switch chore {
    case .setUp:
      return post(
        .answered(.lines(["Leave the console, then callout setup."], title: chore.title), .line))
    case .initialise, .demo, .replay, .restore, .join:
      return post(
        .answered(
          .lines(["\(chore.title) is for the shell: it makes another file."], title: chore.title), .line))
    case .plan, .tryRules:
      return post(
        .answered(
          .lines(["\(chore.title) is for the shell: it works on a file of its own."], title: chore.title),
          .line))
    case .board, .tech, .call:
      return post(
        .answered(
          .lines(["\(chore.title) is for the shell: it is a screen of its own."], title: chore.title), .line))
    case .serve:
      return post(
        .answered(
          .lines(["\(chore.title) is for the shell: it goes on until it is stopped."], title: chore.title),
          .line))
    case .actAs(let person): return signIn(person, pin: nil)
    case .setPIN: return
    case .importRecords, .export, .check, .rebuild, .backup, .attach, .keysCheck, .keysDump, .themesCheck,
      .tick, .outbox, .startOffice, .enrol, .revoke, .erase, .sync:
      break
    }
    let said = Said()
    let output = Output(to: said)
    let chores = Chores(
      surroundings: session.surroundings, session: session, options: CommonOptions(), output: output)
    do {
      _ = try chores.run(chore)
      refreshAfterOwnWrites()
      if case .sync = chore { linkKeeper?.urge() }
      if case .popup = origin {
        post(.finished(.done(said.lines.joined(separator: " · ")), origin))
      } else {
        post(.answered(.lines(said.lines, title: chore.title), .line))
      }
    } catch {
      tell(error, of: chore, origin)
    }
  }

  private func tell(_ error: ShellError, of chore: Chore, _ origin: Origin) {
    let nothing = Proposal(verb: chore.title, commands: [])
    switch (origin, error) {
    case (.popup, .refused(let refusal, _, _)): post(.finished(.refused(refusal, nothing), origin))
    case (.popup, .rejected(let conflict)): post(.finished(.refused(conflict.refusal, nothing), origin))
    case (.popup, .failed(let failure)): post(.finished(.failed(failure, nothing), origin))
    case (.popup, .usage(let fault)):
      let failure = Failure(.cannotRead, subject: chore.title, detail: Wording.usage(fault))
      post(.finished(.failed(failure, nothing), origin))
    case (.keys, _), (.line, _), (.aside, _), (.past, _):
      let sentence = error.sentence(in: session.office, at: session.now)
      post(.answered(.lines([sentence], title: chore.title), .line))
    }
  }

  private func refreshAfterOwnWrites() { show(session.office) }
}

extension Chore {
  /// What the window with its answer is called.
  fileprivate var title: String {
    switch self {
    case .initialise: "init"
    case .demo: "demo"
    case .replay: "replay"
    case .importRecords: "import"
    case .export: "export"
    case .check: "check"
    case .rebuild: "rebuild"
    case .backup: "backup"
    case .restore: "restore"
    case .attach: "attach"
    case .keysCheck, .keysDump: "keys"
    case .themesCheck: "themes"
    case .actAs: "i-am"
    case .setUp: "setup"
    case .setPIN: "person pin"
    case .tick: "tick"
    case .outbox: "outbox"
    case .plan: "plan"
    case .tryRules: "plan try"
    case .startOffice: "office start"
    case .enrol: "enrol"
    case .revoke: "consoles revoke"
    case .erase(.customer, _): "customer erase"
    case .erase(.person, _): "person erase"
    case .join: "join"
    case .sync: "sync"
    case .serve: "serve"
    case .board: "board"
    case .tech: "tech"
    case .call: "call"
    }
  }
}
