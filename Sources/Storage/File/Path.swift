import Glibc

/// The few calls on files that SQLite does not make for us.
enum Path {
  /// The mode bits of a file, nil when it is not there.
  static func mode(of path: String) throws(StorageError) -> UInt32? {
    var status = stat()
    if stat(path, &status) == 0 { return status.st_mode }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw .system(operation: "stat", errno: errno, path: path)
  }

  /// Which file it is, whatever its name; nil when it is not there.
  static func file(at path: String) -> FileNumber? {
    var status = stat()
    return stat(path, &status) == 0 ? FileNumber(device: status.st_dev, number: status.st_ino) : nil
  }

  struct FileNumber: Hashable, Sendable {
    let device: UInt
    let number: UInt
  }

  /// Whether an open file is the one that has the name now.
  static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return false }
    return file(at: path) == FileNumber(device: status.st_dev, number: status.st_ino)
  }

  /// The size in bytes, 0 for a file that is not there.
  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// What is free on the disk of a file for whoever is not root, in bytes; nil where that cannot be said.
  static func room(of path: String) -> Int? {
    var disk = statvfs()
    guard statvfs(folder(of: path), &disk) == 0 else { return nil }
    let (bytes, isHuge) = UInt64(disk.f_bavail).multipliedReportingOverflow(by: UInt64(disk.f_frsize))
    return isHuge ? .max : Int(clamping: bytes)
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes a folder and those above it, each for its owner only.
  static func makeFolder(_ path: String) throws(StorageError) {
    if path == "." || path == "/" || path.isEmpty { return }
    if try mode(of: path) != nil { return }
    try makeFolder(folder(of: path))
    if mkdir(path, 0o700) != 0, errno != EEXIST {
      throw .system(operation: "mkdir", errno: errno, path: path)
    }
  }

  /// Makes an empty file for its owner only; one that is there already is refused.
  static func makeFile(_ path: String) throws(StorageError) {
    let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(operation: "open", errno: errno, path: path) }
    close(descriptor)
  }

  /// A new file is made only where nothing is, the companions of an older database included: SQLite would take what
  /// such a log holds for the new file's own.
  static func refuseTaken(_ path: String) throws(StorageError) {
    for path in [path, path + "-wal", path + "-shm", path + "-journal"] {
      if try mode(of: path) != nil { throw .officeExists(path: path) }
    }
  }

  /// Refuses a database that others than its owner can reach.
  static func refuseExposed(_ path: String) throws(StorageError) {
    for path in [path, path + "-wal", path + "-shm"] {
      if let mode = try mode(of: path), mode & 0o077 != 0 { throw .exposed(path: path, mode: mode & 0o777) }
    }
  }

  /// Makes what was written to a file, or a folder's list of names, last. Never on an open database: closing
  /// any descriptor of a file gives up all of a process's locks on it.
  static func synchronize(_ path: String) throws(StorageError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(operation: "open", errno: errno, path: path) }
    defer { close(descriptor) }
    if fsync(descriptor) != 0 { throw .system(operation: "fsync", errno: errno, path: path) }
  }

  /// Gives a finished file its name, for good; `to` must not be there.
  ///
  /// The folder is locked from the look to the naming, so that of two processes that make the same file one is
  /// told that it is there.
  static func settle(_ temporary: String, as path: String) throws(StorageError) {
    try synchronize(temporary)
    let folder = open(folder(of: path), O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { throw .system(operation: "open", errno: errno, path: path) }
    defer { close(folder) }
    while flock(folder, LOCK_EX) != 0, errno == EINTR {}
    try refuseTaken(path)
    if rename(temporary, path) != 0 { throw .system(operation: "rename", errno: errno, path: path) }
    if fsync(folder) != 0 { throw .system(operation: "fsync", errno: errno, path: path) }
  }

  static func remove(_ path: String) { unlink(path) }

  /// Whether a file may be written, by its rights and its disk.
  static func canWrite(_ path: String) -> Bool { faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0 }

  /// A log that was begun while its database might only be read took the rights of it, and would still be in the way
  /// of writing when they have been given back.
  static func openCompanions(of path: String) {
    for companion in [path + "-wal", path + "-shm"] where file(at: companion) != nil && !canWrite(companion) {
      chmod(companion, 0o600)
    }
  }

  /// Refuses a folder, a device or a pipe.
  static func refuseOther(_ path: String) throws(StorageError) {
    guard let mode = try mode(of: path), mode & S_IFMT != S_IFREG else { return }
    throw .notAnOffice(path: path, detail: mode & S_IFMT == S_IFDIR ? "it is a folder" : "it is no file")
  }

  /// Whether new files can be made in a folder; never on a disk that is mounted read-only.
  static func canWrite(in folder: String) -> Bool { faccessat(AT_FDCWD, folder, W_OK, AT_EACCESS) == 0 }
}
