/// What kind of file an attachment is, by the ending of its name; the bytes are never looked into.
enum MediaType {
  private static let byEnding = [
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "webp": "image/webp",
    "heic": "image/heic", "pdf": "application/pdf", "txt": "text/plain", "csv": "text/csv",
    "mp4": "video/mp4",
    "mov": "video/quicktime", "mp3": "audio/mpeg", "wav": "audio/wav", "zip": "application/zip"
  ]

  static func of(_ name: String) -> String {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return byEnding[ending] ?? "application/octet-stream"
  }
}
