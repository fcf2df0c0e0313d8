import Domain
import Glibc

extension StorageError {
  /// The failure that an SQLite result code stands for; the lower byte is the primary code.
  static func failureCode(sqlite code: Int32) -> Failure.Code {
    switch code & 0xFF {
    case 5, 6: .busy
    case 8: .readOnly
    // SQLITE_IOERR_SHMSIZE: no room for the file that the processes of one database share.
    case 10: code == 4_874 ? .diskFull : code == 266 || code == 522 ? .cannotRead : .cannotWrite
    case 11, 26: .damaged
    case 13: .diskFull
    case 14, 3: .cannotOpen
    default: .cannotWrite
    }
  }

  static func failureCode(errno code: Int32) -> Failure.Code {
    switch code {
    case ENOSPC, EDQUOT: .diskFull
    case EROFS: .readOnly
    case EACCES, EPERM, ENOENT, ENOTDIR, EISDIR, EMFILE, ENFILE, EBADF: .cannotOpen
    default: .cannotWrite
    }
  }

  static func words(errno code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "errno \(code)"
  }
}
