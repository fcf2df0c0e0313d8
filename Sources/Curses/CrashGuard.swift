import CNcurses

/// Makes every crash leave a clean terminal: installed first thing, before there is a screen.
///
/// A thread whose stack has run over can only be answered on another stack, so each thread that does our work says
/// so when it begins; the one that installs is covered by that.
public enum CrashGuard {
  /// Takes over the crash signals and ignores SIGPIPE and SIGXFSZ.
  public static func install() throws(CursesError) {
    let code = cn_install_crash_handlers()
    if code != 0 { throw .system(call: "sigaction", code: code) }
  }

  /// Gives the running thread a stack to crash on, once for each thread; nothing more happens the next time.
  public static func coverThread() { _ = cn_cover_thread() }
}
