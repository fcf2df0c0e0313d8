import Domain
import TestSupport
import Testing

@testable import TUI

@Suite("The book that forms look sites and contacts up in")
struct DirectoryBookTests {
  private static let names = [
    "Quay House", "Quay Hall", "Old Quay", "Harbour Quay House", "Abbey Hall", "Café Quai", "Дверь 7",
    "Aquay",
    "QUAY-HOUSE 2"
  ]

  @Test("finds in bytes what it finds in texts, in the same rank", .verifies("INT-01", "INT-02"))
  func ranks() {
    let besides: [String?] = [nil, "12 Quay Street", "Hall Group"]
    var lines = WordLines()
    var texts: [(name: String, beside: String?)] = []
    for name in Self.names {
      for beside in besides {
        texts.append((name, beside))
        lines.add(name, beside: [beside])
      }
    }
    let typed = [
      "q", "quay", "Quay H", "quay house", "house quay", "hall", "12 q", "дв", "caf", "zz", "ua", ""
    ]
    for typed in typed {
      let search = NameSearch(typed)
      let ranked = texts.indices.compactMap { index in
        search.rank(texts[index].name, texts[index].beside).map { ($0, index) }
      }
      #expect(lines.best(search, atMost: 100) == ranked.sorted { $0 < $1 }.map(\.1), "\(typed)")
      #expect(lines.best(search, atMost: 2) == ranked.sorted { $0 < $1 }.prefix(2).map(\.1), "\(typed)")
    }
  }

  @Test("finds a few bytes wherever they stand in a long run", arguments: [1, 2, 7, 8, 9, 17])
  func scan(_ length: Int) {
    let needle = (0..<length).map { UInt8(0x61 + $0 % 3) }
    let scan = ByteScan(needle)
    for place in 0..<20 {
      // What stands before has its first and last byte at the right distance, and one that borrows beside it.
      let before = [UInt8](repeating: 0x60, count: place)
      let run = before + needle + [0x61, 0x60, 0x7A]
      run.withUnsafeBufferPointer { all in
        #expect(scan.next(in: all, from: 0) == place)
        #expect(scan.next(in: all, from: place) == place)
        #expect(length == 1 || scan.next(in: all, from: place + 1) == nil)
      }
    }
    [UInt8]().withUnsafeBufferPointer { #expect(scan.next(in: $0, from: 0) == nil) }
  }

  @Test("the name that begins with all that was typed comes first, then names, then addresses")
  func first() {
    let search = NameSearch("quay h")
    #expect(search.rank("Quay House") == 0)
    #expect(search.rank("Harbour Quay House") == 1)
    #expect(search.rank("Old Quay", "Hall Group") == 3)
    #expect(search.rank("Abbey", "Hall Group") == nil)
  }

  @Test("finds numbers however they are written, with the country's code or without")
  func numbers() {
    var lines = WordLines()
    for number in ["0151 496 0123", "+44 (151) 496-0123", "0151 496 0999", ""] {
      lines.add(FigureSearch.figures(of: number))
    }
    #expect(lines.numbers(FigureSearch("151-496"), atMost: 9) == [0, 1, 2])
    #expect(lines.numbers(FigureSearch("00441514960123"), atMost: 9) == [0, 1])
    #expect(lines.numbers(FigureSearch("4960123"), atMost: 1) == [0])
    #expect(lines.numbers(FigureSearch("7777"), atMost: 9).isEmpty)
  }

  @Test("follows what changes: a new name, a new place of a customer")
  func follows() {
    var office = Office.unfounded
    var book = DirectoryBook()
    book.prepare(for: office)
    let (owner, group) = (Customer.ID(high: 1, low: 1), Customer.ID(high: 1, low: 2))
    office.customers[group] = Customer(id: group, name: "Harbour Group", tier: .gold)
    var trust = Customer(id: owner, name: "Harbour Trust", tier: .gold)
    trust.parent = group
    office.customers[owner] = trust
    let site = Site.ID(high: 2, low: 1)
    office.sites[site] = Site(id: site, name: "Quay House", customer: nil)
    #expect(book.pages(of: office).sites(NameSearch("quay"), atMost: 9) == [site])
    #expect(book.pages(of: office).places(of: group).isEmpty)
    office.sites.change(site) {
      $0.name = "Mill"
      $0.customer = owner
    }
    #expect(book.pages(of: office).sites(NameSearch("quay"), atMost: 9).isEmpty)
    #expect(book.pages(of: office).sites(NameSearch("trust"), atMost: 9) == [site])
    #expect(book.pages(of: office).places(of: group).map(\.name) == ["Mill"])
  }
}
