/// A way in for consoles: where the office listens.
public enum Door: Sendable {
  /// An address of the network; without a certificate it has to be the machine's own.
  case network(host: String, port: Int, Certificate?)
  /// A socket in the file system: the kernel says whose account each connection is of.
  case socket(path: String)
}
