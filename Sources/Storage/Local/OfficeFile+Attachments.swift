public import Domain

/// A file's bytes as they were kept.
public struct StoredAttachment: Hashable, Sendable {
  public let sha256: Digest
  public let bytes: Int
}

extension OfficeFile {
  /// Keeps a file's bytes by their hash beside the database, durably; the same bytes twice are kept once.
  public func attach(contentsOf source: String) throws(StorageError) -> StoredAttachment {
    try Attachments.keep(source, of: path)
  }

  /// What keeping a file would come to; nothing is written.
  public func examine(contentsOf source: String) throws(StorageError) -> StoredAttachment {
    try Attachments.examine(source)
  }

  /// Where an attachment's bytes lie, should they be here.
  public func attachmentPath(_ sha256: Digest) -> String { Attachments.path(sha256, of: path) }
}
