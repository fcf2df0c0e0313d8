import TestSupport

/// Finds fewer consoles, commands and faults with which a seed still fails.
struct Shrinking {
  let seed: UInt64
  let bug: PlantedBug?

  /// The smallest that was found, in words.
  func smallest() throws -> String {
    var numbers = RepeatableNumbers(seed: seed)
    var menu = Menu(seed: &numbers)
    menu.add(by: seed)
    var (consoles, acts) = (Int.random(in: 3...8, using: &numbers), 40)
    guard try fails(consoles, acts, menu) else { return "Not shrunk." }
    while consoles > 1, try fails(consoles - 1, acts, menu) { consoles -= 1 }
    while acts > 1, try fails(consoles, acts / 2, menu) { acts /= 2 }
    while acts > 1, try fails(consoles, acts - 1, menu) { acts -= 1 }
    for fault in [\Menu.lost, \.doubled, \.torn, \.slow, \.partitions, \.crashes, \.clocks, \.snapshots] {
      var without = menu
      without[keyPath: fault] = 0
      if try fails(consoles, acts, without) { menu = without }
    }
    for fault in [\Menu.oneWay, \.roles, \.twins, \.live, \.restores, \.clones] {
      var without = menu
      without[keyPath: fault] = false
      if try fails(consoles, acts, without) { menu = without }
    }
    return "Still with \(consoles) consoles, \(acts) acts, \(menu)."
  }

  private func fails(_ consoles: Int, _ acts: Int, _ menu: Menu) throws -> Bool {
    let world = try World(seed: seed, bug: bug, consoles: consoles, menu: menu)
    world.play(acts: acts)
    return !world.violations.isEmpty
  }
}
