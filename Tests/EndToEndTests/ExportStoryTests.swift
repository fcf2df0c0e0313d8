import Foundation
import TestSupport
import Testing

@Suite("An export by shell")
struct ExportStoryTests {
  private static let numbers = ["0151 496 0123", "0151 496 0155", "0151 496 0177", "0700 900 120", "4711#"]

  private func office() throws -> Binary {
    let binary = try Binary()
    for line in [
      ["init", "--name", "Riverside", "--zone", "UTC"], ["customer", "add", "FreshCo"],
      ["customer", "edit", "FreshCo", "phone=0151 496 0155"], ["site", "add", "Quay House", "of", "FreshCo"],
      ["site", "edit", "Quay House", "phone=0151 496 0177", "accessCode=4711#"],
      ["technician", "add", "Ana Ruiz", "--handle", "ana", "--skill", "lift:3"],
      ["technician", "edit", "ana", "phone=0700 900 120"],
      ["person", "add", "Bill Ing", "--handle", "bill", "--role", "billing"],
      ["log", "lift dead", "at", "Quay House", "--trade", "lift", "from", "0151 496 0123"]
    ] { try #require(try binary.run(words: line).status == 0, "\(line)") }
    return binary
  }

  private func found(in binary: Binary, _ words: String...) throws -> [String] {
    let answer = try binary.run(words: ["export"] + words)
    #expect(answer.status == 0 && !answer.output.isEmpty, "\(words): \(answer)")
    return Self.numbers.filter { answer.output.contains($0) }
  }

  @Test("keeps telephone numbers and access codes in the office, whatever is exported and listed")
  func hidden() throws {
    let binary = try office()
    for kind in ["work-orders", "queue", "customers", "sites", "technicians"] {
      for format in ["csv", "json"] {
        #expect(try found(in: binary, kind, "--format", format) == [], "\(kind) as \(format)")
      }
      for form in ["--json", "--tsv"] {
        let listed = try binary.run("list", kind, form).output
        #expect(!listed.isEmpty && Self.numbers.allSatisfy { !listed.contains($0) }, "\(kind) \(form)")
      }
    }
    #expect(try binary.run("export", "work-orders", "--format", "json").output.contains("••••23"))
  }

  @Test("hands numbers over to who may see them and asks, a technician's with a line in the record")
  func asked() throws {
    let binary = try office()
    #expect(
      try found(in: binary, "work-orders", "--format", "json", "--phones") == ["0151 496 0123"])
    #expect(try found(in: binary, "queue", "--phones") == ["0151 496 0123"])
    #expect(try found(in: binary, "customers", "--phones") == ["0151 496 0155"])
    #expect(try found(in: binary, "sites", "--phones") == ["0151 496 0177"])
    let before = try binary.run("audit", "--since", "2026-01-01").output
    #expect(!before.contains("number was shown"), "\(before)")
    #expect(try found(in: binary, "technicians", "--phones") == ["0700 900 120"])
    let after = try binary.run("audit", "--since", "2026-01-01").output
    #expect(after.contains("number was shown"), "\(after)")
    let refused = try binary.run("--as", "bill", "export", "customers", "--phones")
    #expect(refused.status == 1 && refused.output.isEmpty, "\(refused)")
    #expect(try binary.run("--as", "bill", "export", "customers").status == 0)
  }
}
