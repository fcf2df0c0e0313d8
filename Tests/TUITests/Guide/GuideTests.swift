import Domain
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("The guide of the first start", .verifies("UX-09"))
struct GuideTests {
  private func guide(
    _ width: Int = 80, _ height: Int = 24, office: Office? = nil, place: GuidePlace? = nil,
    keymap: String = "default"
  ) -> Guide {
    Guide(
      office: office, place: place, size: Size(width: width, height: height), keymap: Keymaps.shipped(keymap),
      zone: "Europe/London", account: "bea", maps: ["sf-fire"])
  }

  /// Types keys as `FormDesk` does; what the guide asks for outside.
  @discardableResult private func type(_ keys: String, _ guide: inout Guide) -> [GuideEffect] {
    var effects: [GuideEffect] = []
    var rest = keys[...]
    while let first = rest.first {
      var key: Key? = first == " " ? .space : .character(first)
      if first == "<", let end = rest.firstIndex(of: ">") {
        key = Key(name: String(rest[rest.index(after: rest.startIndex)..<end]))
        rest = rest[end...]
      }
      rest = rest.dropFirst()
      if let key { effects += update(&guide, .input(.key(key))) }
    }
    return effects.filter { $0 != .keep }
  }

  @Test("looks like this", arguments: [(80, 24), (200, 60)])
  func screens(_ width: Int, _ height: Int) {
    var guide = guide(width, height)
    func expect(_ name: String) {
      expectScreen(
        guide.canvas(), "guide-\(width)x\(height)-\(name)", roleNames: ConsoleScreenTests.roleName)
    }
    expect("welcome")
    type("1River 'side<Tab>", &guide)
    expect("office")
    _ = update(&guide, .answered(["Riverside is there: callout.db"], isDone: true, FormOffice.made()))
    expect("people")
    type("<C-n>Ana Ruiz<Tab><Tab>hvac:3 lift:2", &guide)
    expect("technicians")
    type("<C-n>", &guide)
    expect("levels")
    type("<C-n><Tab>calls.csv<Tab>sf-fire<Enter>", &guide)
    _ = update(
      &guide,
      .answered(
        ["Would be: 12 rows read = 10 created + 0 updated + 0 skipped + 2 refused", "  2  badDate"],
        isDone: true, FormOffice.made()))
    expect("importing")
    type("<Esc><C-n>", &guide)
    expect("done")
    type("?", &guide)
    expect("help")
  }

  @Test("gives the shell's own commands")
  func commands() {
    var guide = guide()
    #expect(
      type("1Riverside<Tab><Tab><Tab>Bea Long<C-s>", &guide) == [
        .run([
          "init", "--name", "Riverside", "--zone", "Europe/London", "--currency", "EUR", "--owner",
          "Bea Long",
          "--handle", "bea"
        ])
      ])
    _ = update(&guide, .answered([], isDone: true, FormOffice.made()))
    #expect(
      type("Sam Lee<Enter><Enter>2<Enter>", &guide) == [
        .run(["person", "add", "Sam Lee", "--handle", "sam", "--role", "supervisor"])
      ])
    _ = update(&guide, .answered([], isDone: true, nil))
    type("<C-s>", &guide)
    #expect(guide.step == .technicians)
    #expect(
      type("Ana Ruiz<Tab><Tab>hvac:3 lift:2<C-s>", &guide) == [
        .run([
          "technician", "add", "Ana Ruiz", "--handle", "ana", "--skill", "hvac:3", "--skill", "lift:2",
          "--shift",
          "Mon-Fri 08:00-17:00"
        ])
      ])
    _ = update(&guide, .answered([], isDone: true, nil))
    type("<C-s>", &guide)
    #expect(
      type("<Tab>2<Tab>4h<Tab>1d<C-s>", &guide) == [.run(["contract", "edit", "Gold", "P2=4h/1d"])])
    _ = update(&guide, .answered([], isDone: true, nil))
    type("<C-s>", &guide)
    let command = ["import", "sites", "s.csv", "--map", "m.toml"]
    #expect(type("<Tab>s.csv<Tab>m.toml<Enter>", &guide) == [.run(command + ["--dry-run"])])
    _ = update(&guide, .answered(["Would be: …"], isDone: true, nil))
    #expect(type("<Enter>", &guide) == [.run(command)])
    _ = update(&guide, .answered(["1 row"], isDone: true, nil))
    type("<C-s>", &guide)
    #expect(guide.step == .done && type("<Enter>", &guide) == [.finish])
  }

  @Test("a handle that is typed takes the place of the one that the name gives")
  func handle() {
    var guide = guide()
    type("1Riverside<C-s>", &guide)
    _ = update(&guide, .answered([], isDone: true, FormOffice.made()))
    type("Jo Brandt<Tab>", &guide)
    #expect(guide.canvas().text.contains("jo unless said"))
    #expect(
      type("jbr<Tab>2<C-s>", &guide) == [
        .run(["person", "add", "Jo Brandt", "--handle", "jbr", "--role", "supervisor"])
      ])
  }

  @Test("stays where a command was refused, with what was typed and why")
  func refused() {
    var guide = guide()
    #expect(type("1<Tab><C-s>", &guide) == [])
    #expect(guide.step == .office && guide.canvas().text.contains("An office needs a name"))
    type("Riverside", &guide)
    #expect(
      type("<Tab>Leeds<Tab><Tab>Bea<C-s>", &guide) == [
        .run([
          "init", "--name", "Riverside", "--zone", "Leeds", "--currency", "EUR", "--owner", "Bea", "--handle",
          "bea"
        ])
      ])
    _ = update(&guide, .answered(["\"Leeds\" is no zone."], isDone: false, nil))
    #expect(guide.step == .office && guide.canvas().text.contains("\"Leeds\" is no zone."))
    #expect(guide.canvas().text.contains("callout init --name Riverside"))
    type("x", &guide)
    #expect(guide.canvas().text.contains("Leedsx"), "what will not do has the cursor")
  }

  @Test("goes on where it stood, after a kill too", .verifies("UX-09"))
  func resumed() throws {
    var first = guide(office: FormOffice.made())
    type("<C-n>Ana Ruiz<Tab><Tab>hv", &first)
    let place = try #require(GuidePlace(text: first.place.text))
    let second = guide(office: FormOffice.made(), place: place)
    #expect(second.step == .technicians && second.canvas().text.contains("Ana Ruiz"))
    #expect(second.canvas().text.contains("--skill hv"))
    #expect(GuidePlace(text: "") == nil && GuidePlace(text: "nonsense\nname=x") == nil)
    let lost = guide(office: nil, place: place)
    #expect(lost.step == .office, "no office, no technicians")
  }

  @Test("skips every step but the first, and goes back", arguments: ["default", "vim", "plain"])
  func skipping(keymap: String) {
    var guide = guide(keymap: keymap)
    #expect(type("2", &guide) == [.openDemo])
    type("1<F5>", &guide)
    #expect(guide.step == .office && guide.canvas().text.contains("An office needs a name"))
    type("<Esc>", &guide)
    #expect(guide.step == .welcome && type("<Esc>", &guide) == [.quit])
    var later = self.guide(office: FormOffice.made(), keymap: keymap)
    type("<Esc>", &later)
    #expect(later.step == .people && later.canvas().text.contains("cannot take it back"))
    type("<F5><F5><F5><Esc><F5><F5>", &later)
    #expect(later.step == .done)
  }

  @Test("takes text as text and says the least size")
  func hostile() {
    var guide = guide()
    type("1", &guide)
    _ = update(&guide, .input(.paste("a\u{1B}[31m\nb; rm -rf $HOME `x` 'y'")))
    #expect(type("<C-s>", &guide).count == 1)
    #expect(!guide.canvas().text.contains("\u{1B}"))
    _ = update(&guide, .resized(Size(width: 40, height: 10)))
    #expect(guide.canvas().text.contains("Callout needs 60x15"))
  }
}
