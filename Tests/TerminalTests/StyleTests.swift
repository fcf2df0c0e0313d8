import Terminal
import Testing

@Suite("Style sheet")
struct StyleSheetTests {
  @Test("lays overlays over a role")
  func overlays() {
    var sheet = StyleSheet()
    sheet[7] = Appearance(foreground: .indexed(203), attributes: .bold)
    sheet[.selected] = StyleSheet.Change(background: .indexed(236), removing: .bold)
    let style = Style(role: 7).selected().underlined()
    #expect(
      sheet.appearance(of: style)
        == Appearance(foreground: .indexed(203), background: .indexed(236), attributes: .underline))
    #expect(sheet.appearance(of: Style(role: 8)) == .plain)
  }

  @Test(
    "tells every overlay apart without a colour",
    arguments: [Style.Overlays.selected, .dimmed, .bold, .italic, .underlined])
  func mono(overlay: Style.Overlays) {
    let sheet = StyleSheet()
    #expect(sheet.appearance(of: Style.plain.adding(overlay)).attributes.isEmpty == false)
  }

  @Test("keeps role and overlays in a cell")
  func packed() {
    for role in UInt8(0)...255 {
      let style = Style(role: role, overlays: Style.Overlays(rawValue: 255 - role))
      #expect(Cell(style: style).style == style)
    }
    #expect(MemoryLayout<Cell>.size == 16)
  }

  @Test("shows the nearest colour a terminal has")
  func quantised() {
    #expect(Colour.indexed(196).quantised(to: .sixteen) == .indexed(9))
    #expect(Colour.indexed(12).quantised(to: .eight) == .indexed(4))
    #expect(
      Colour.indexed(255).quantised(to: .sixteen) == .indexed(7)
        || Colour.indexed(255).quantised(to: .sixteen) == .indexed(15))
    #expect(Colour.indexed(200).quantised(to: .mono) == .default)
    #expect(Colour.indexed(200).quantised(to: .many) == .indexed(200))
    #expect(Colour.default.quantised(to: .eight) == .default)
    for index in UInt8(0)...255 {
      if case .indexed(let nearest) = Colour.indexed(index).quantised(to: .eight) { #expect(nearest < 8) }
    }
  }
}
