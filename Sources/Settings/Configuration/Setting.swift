/// A value in force, and what put it there.
public struct Setting<Value: Equatable & Sendable>: Equatable, Sendable {
  public var value: Value
  public var source: SettingSource

  public init(_ value: Value, from source: SettingSource = .builtIn) {
    self.value = value
    self.source = source
  }
}

/// Where a setting came from; each later case beats the earlier ones.
public enum SettingSource: Equatable, Sendable {
  case builtIn
  case file(String, line: Int)
  case environment(String)
  case option(String)
}

extension SettingSource: CustomStringConvertible {
  public var description: String {
    switch self {
    case .builtIn: "default"
    case .file(let file, let line): "\(file):\(line)"
    case .environment(let name): name
    case .option(let name): name
    }
  }
}
