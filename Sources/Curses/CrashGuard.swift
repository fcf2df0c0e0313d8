import CNcurses

/// Makes every crash leave a clean terminal: installed first thing, before there is a screen.
public enum CrashGuard {
  /// Takes over the crash signals and ignores SIGPIPE and SIGXFSZ.
  public static func install() throws(CursesError) {
    let code = cn_install_crash_handlers()
    if code != 0 { throw .system(call: "sigaction", code: code) }
  }

  /// Leaves the screen if there is one, from any place: the same routine a crash uses.
  public static func restoreTerminal() { cn_leave(false) }
}
