public import Domain

/// `serve --listen HOST:PORT`: the office that consoles talk to.
public struct ServeVerb: Verb {
  public static let name = "office.serve"
  public static let words = ["serve"]
  public static let help = "Serve this office to its consoles until it is stopped"
  public static let parameters: [Parameter] = [
    .option("listen", .text, "an address and a port; 127.0.0.1:7420 unless said or only a socket is"),
    .option("socket", .file, "a socket for people with an account on this machine"),
    .option("tls-cert", .file, "the certificate with its chain, in PEM; needed for other machines"),
    .option("tls-key", .file, "its key, in PEM, which nobody else may read")
  ]

  let doors: OfficeDoors

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let (listen, socket) = (arguments.text("listen"), arguments.text("socket"))
    let (certificate, key) = (arguments.text("tls-cert"), arguments.text("tls-key"))
    guard (certificate == nil) == (key == nil) else {
      throw UsageFault(
        "--tls-cert and --tls-key go together.", word: certificate == nil ? "--tls-key" : "--tls-cert")
    }
    guard certificate == nil || listen != nil || socket == nil else {
      throw UsageFault("A socket is not encrypted: --tls-cert is for --listen.", word: "--tls-cert")
    }
    doors = OfficeDoors(
      listen: listen ?? (socket == nil ? "127.0.0.1:7420" : nil), socket: socket, certificate: certificate,
      key: key)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.serve(doors)) }
}
