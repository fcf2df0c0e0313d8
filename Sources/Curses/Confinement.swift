import CNcurses

/// Keeps a process from starting any other, for good: what a forced session has instead of trust in itself.
public enum Confinement {
  /// Neither exec nor fork from now on, in any thread; refused where the kernel cannot promise it.
  public static func forbidPrograms() throws(CursesError) {
    let code = cn_forbid_programs()
    if code != 0 { throw .system(call: "seccomp", code: code) }
  }
}
