public import Settings
public import Terminal

/// What cells look like in a theme at the depth of the terminal.
public func styleSheet(_ theme: Theme, depth: PaintDepth) -> StyleSheet {
  var sheet = StyleSheet()
  for role in StyleRole.allCases {
    sheet[role.rawValue] = Appearance(theme.paint(role.name, depth))
  }
  let selection = Appearance(theme.paint(StyleRole.selection.name, depth))
  // The theme's selection replaces colours where it has any; else reverse is the sign.
  let hasColour = selection.foreground != .default || selection.background != .default
  sheet[.selected] = StyleSheet.Change(
    foreground: hasColour ? selection.foreground : nil, background: hasColour ? selection.background : nil,
    adding: selection.attributes.subtracting(.reverse), removing: hasColour ? .reverse : [],
    togglesReverse: !hasColour)
  let match = Appearance(theme.paint(StyleRole.match.name, depth))
  sheet[.matched] = StyleSheet.Change(
    foreground: match.foreground == .default ? nil : match.foreground,
    adding: match.attributes.union(.underline))
  return sheet
}

extension Appearance {
  fileprivate init(_ paint: Paint) {
    self.init(
      foreground: Colour(paint.foreground), background: Colour(paint.background),
      attributes: Attributes(paint.attributes))
  }
}

extension Colour {
  /// True colours were quantised by the theme: terminals are given the nearest of the 256.
  fileprivate init(_ ink: Paint.Ink) {
    switch ink {
    case .terminalDefault: self = .default
    case .indexed(let index): self = .indexed(index)
    case .rgb(let colour): self = .indexed(ThemeColour(colour).index256)
    }
  }
}

extension Appearance.Attributes {
  fileprivate init(_ attributes: Paint.Attributes) {
    self = []
    if attributes.contains(.bold) { insert(.bold) }
    if attributes.contains(.dim) { insert(.dim) }
    if attributes.contains(.italic) { insert(.italic) }
    if attributes.contains(.underline) { insert(.underline) }
    if attributes.contains(.reverse) { insert(.reverse) }
  }
}
