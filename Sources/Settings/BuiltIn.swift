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

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
