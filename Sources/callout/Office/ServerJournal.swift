import Domain
import Foundation
import OfficeServer
import Verbs

/// Writes what a served office has to tell to standard error, an object a line: figures and ids, nobody's words.
struct ServerJournal: Sendable {
  let output: Output

  func write(_ event: ServerEvent) {
    let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
    output.warn(JSONValue.object([.init("at", JSONValue(now.rfc3339))] + Self.members(event)).text)
  }

  private static func members(_ event: ServerEvent) -> [JSONValue.Member] {
    switch event {
    case .joined(let console): [kind("joined"), id(console)]
    case .refused(let route, let status):
      [kind("refused"), .init("route", JSONValue(route)), .init("status", JSONValue(status))]
    case .pushed(let console, let commands, let milliseconds):
      [
        kind("pushed"), id(console), .init("commands", JSONValue(commands)),
        .init("milliseconds", JSONValue(milliseconds))
      ]
    case .liveBegan(let console): [kind("liveBegan"), id(console)]
    case .liveEnded(let console): [kind("liveEnded"), id(console)]
    case .stored(let console, let bytes): [kind("stored"), id(console), .init("bytes", JSONValue(bytes))]
    case .failed(let route, let failure):
      [
        kind("failed"), .init("route", JSONValue(route)), .init("code", JSONValue(failure.code.rawValue)),
        .init("detail", JSONValue(failure.detail))
      ]
    case .stopping: [kind("stopping")]
    }
  }

  private static func kind(_ name: String) -> JSONValue.Member { .init("event", JSONValue(name)) }

  private static func id(_ console: ConsoleID) -> JSONValue.Member {
    .init("console", JSONValue(String(console.description.prefix(8))))
  }
}
