import Settings
import Verbs

extension Chore {
  /// The same with the home folder in place of a leading `~` in what it names: a shell reads it so before, and nobody does
  /// so where a file is named inside the console.
  func atHome(in configuration: Configuration) -> Chore {
    func home(_ path: String) -> String { configuration.expanded(path) }
    func target(_ file: NamedFile?) -> NamedFile? {
      file.map { NamedFile(home($0.path), mayReplace: $0.mayReplace) }
    }
    switch self {
    case .importRecords(let kind, let file, let map, let isDryRun, let refusedTo):
      return .importRecords(
        kind: kind, file: home(file), map: home(map), isDryRun: isDryRun, refusedTo: target(refusedTo))
    case .export(let kind, let format, let out, let hasPhones):
      return .export(kind: kind, format: format, out: target(out), hasPhones: hasPhones)
    case .backup(let file): return .backup(file: home(file))
    case .restore(let file, let to): return .restore(file: home(file), to: home(to))
    case .attach(let id, let number, let path): return .attach(id, number: number, path: home(path))
    case .keysCheck(let file): return .keysCheck(file: home(file))
    case .themesCheck(let file): return .themesCheck(file: file.map { home($0) })
    case .initialise, .demo, .replay, .check, .rebuild, .keysDump, .outbox, .actAs, .setUp, .setPIN, .tick,
      .plan,
      .tryRules, .startOffice, .enrol, .join, .sync, .serve, .board, .tech, .call, .erase, .revoke:
      return self
    }
  }
}
