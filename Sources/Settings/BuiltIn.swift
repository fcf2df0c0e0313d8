/// The keymaps, themes and import maps inside the binary, as texts by name, so that it runs without any file.
public enum BuiltIn {
  public static let keymaps: [String: String] = [
    "default": text(PackageResources.default_toml),
    "vim": text(PackageResources.vim_toml),
    "plain": text(PackageResources.plain_toml)
  ]

  public static let themes: [String: String] = [
    "dark": text(PackageResources.dark_toml),
    "light": text(PackageResources.light_toml),
    "high-contrast": text(PackageResources.high_contrast_toml),
    "mono": text(PackageResources.mono_toml)
  ]

  public static let maps: [String: String] = [
    "sf-fire": text(PackageResources.sf_fire_toml),
    "boston-311": text(PackageResources.boston_311_toml),
    "servicenow": text(PackageResources.servicenow_toml),
    "excavator": text(PackageResources.excavator_toml),
    "nyc-311": text(PackageResources.nyc_311_toml),
    "callout": text(PackageResources.callout_toml)
  ]

  /// The maps that a mistyped name probably meant: by the whole of it, or by the word that it begins with.
  public static func mapsNear(_ name: String) -> [String] {
    let names = maps.keys.sorted()
    let whole = Nearest.words(to: name, in: names)
    guard whole.isEmpty else { return whole }
    return names.filter { !Nearest.words(to: name, in: [String($0.prefix { $0 != "-" })]).isEmpty }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
