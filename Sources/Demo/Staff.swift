import Domain

/// Those who work in the office itself.
struct Staff: Sendable {
  let bea: Person
  let sam: Person
  let nia: Person

  init(_ numbers: inout SeededNumbers) {
    bea = Person(id: numbers.id(), handle: "bea", name: numbers.personal("Bea Long"), role: .owner)
    sam = Person(id: numbers.id(), handle: "sam", name: numbers.personal("Sam Lee"), role: .supervisor)
    nia = Person(id: numbers.id(), handle: "nia", name: numbers.personal("Nia Park"), role: .helpdesk)
  }
}
