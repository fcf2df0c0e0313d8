import Curses
import Domain
import Foundation
import Settings
import Storage
import TUI
import Terminal
import Verbs

/// The guide between a terminal and the shell's own commands: each step runs one, as if it had been typed.
final class GuideConsole {
  enum End {
    case left(Int32)
    case openConsole
    case openDemo
  }

  private let surroundings: Surroundings
  private let placePath: String
  private let screen: CursesScreen
  private let loop: InputLoop
  private var look: Look
  private var guide: Guide
  private var end: End?

  init(
    _ surroundings: Surroundings, office: Office?, place: GuidePlace?, placePath: String
  ) throws(Failure) {
    self.surroundings = surroundings
    self.placePath = placePath
    do {
      screen = try CursesScreen(asksForBackground: true)
      loop = try InputLoop(screen: screen, signals: try SignalPipe())
    } catch {
      throw Failure(.noTerminal, subject: "terminal", detail: "\(error)")
    }
    look = Look(surroundings, screenDepth: screen.depth)
    guide = Guide(
      office: office, place: place, size: screen.size, keymap: look.keymap,
      zone: surroundings.zones.systemZone, account: surroundings.account, maps: BuiltIn.maps.keys.sorted())
  }

  func run() -> End {
    draw()
    while true {
      for event in loop.next() { answer(event) }
      if let end {
        screen.close()
        return end
      }
      draw()
    }
  }
}

extension GuideConsole {
  private func draw() { screen.draw(guide.canvas(glyphs: screen.glyphs), sheet: look.sheet) }

  private func answer(_ event: LoopEvent) {
    switch event {
    case .input(let inputs):
      for input in inputs where end == nil {
        if case .backgroundColour(let red, let green, let blue) = input {
          look.terminalBackground(red: red, green: green, blue: blue)
        } else {
          receive(.input(input))
        }
      }
    case .resized(let size): receive(.resized(size))
    case .signal(.terminate): end = .left(143)
    case .signal(.hangup), .hangup: end = .left(129)
    case .signal(.interrupt): end = .left(130)
    case .signal(.quit): end = .left(131)
    case .signal(.suspend): suspend()
    case .signal(.continued), .signal(.windowChanged), .timer, .woken, .drawable: break
    }
  }

  private func suspend() {
    do { for event in try loop.suspend() { answer(event) } } catch { end = .left(3) }
  }

  private func receive(_ message: GuideMessage) {
    for effect in update(&guide, message) { carryOut(effect) }
  }

  private func carryOut(_ effect: GuideEffect) {
    switch effect {
    case .run(let words):
      draw()
      perform(words)
    case .keep: keep()
    case .redraw: screen.redrawAll()
    case .finish: end = .openConsole
    case .openDemo: end = .openDemo
    case .quit: end = .left(0)
    }
  }

  /// Gives the command, exactly as the shell would.
  private func perform(_ words: [String]) {
    let said = Said()
    let status = status(of: words, output: Output(to: said))
    let known = surroundings.problems.map(\.description)
    let lines = said.lines.filter { !$0.isEmpty && !known.contains($0) }
    receive(.answered(lines, isDone: status == 0, office()))
  }

  private func status(of words: [String], output: Output) -> Int32 {
    var shell = Shell(output: output)
    do throws(UsageFault) {
      let (options, rest) = try CommonOptions.split(words)
      shell.options = options
      return shell.run(rest, surroundings)
    } catch {
      return shell.report(.usage(error), in: .unfounded, at: surroundings.clock.now)
    }
  }

  private func office() -> Office? {
    do {
      let session = try OfficeSession(surroundings)
      defer { session.file.close() }
      return session.file.state.seq > 0 ? session.office : nil
    } catch {
      return nil
    }
  }

  /// Keeps where it stands; a disk that takes nothing is told by the first command that has to write.
  private func keep() {
    guard guide.step != .welcome else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: Folder.of(placePath), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try WholeFile.write(guide.place.text, to: placePath)
    } catch {
      return
    }
  }
}
