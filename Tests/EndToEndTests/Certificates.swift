import Foundation

/// Certificates that an office can be served with, each signed by itself.
enum Certificates {
  /// The key of all of them, in PEM; it protects nothing.
  static let key = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg2Rcb4dP+1P7GTsuo
    Qu7u9CJjTVA68YaUgfxvLOsmzOihRANCAAS5wUgfOZsJoo+xnXmsvtlK+t/mwfdY
    hcoXki6DTQRthSLAOD++O91/QoSf10MrEpOnnR474dMQIreNy9ABqbWp
    -----END PRIVATE KEY-----
    """

  /// For this machine, until 2126.
  static let valid = """
    -----BEGIN CERTIFICATE-----
    MIIBaDCCAQ+gAwIBAgIUNaJptZTxTijKOGIohDOZ9xnq4YkwCgYIKoZIzj0EAwIw
    GzEZMBcGA1UEAwwQUml2ZXJzaWRlIG9mZmljZTAgFw0yNjAxMDEwMDAwMDBaGA8y
    MTI2MDEwMTAwMDAwMFowGzEZMBcGA1UEAwwQUml2ZXJzaWRlIG9mZmljZTBZMBMG
    ByqGSM49AgEGCCqGSM49AwEHA0IABLnBSB85mwmij7Gdeay+2Ur63+bB91iFyheS
    LoNNBG2FIsA4P7473X9ChJ/XQysSk6edHjvh0xAit43L0AGptamjLzAtMBoGA1Ud
    EQQTMBGCCWxvY2FsaG9zdIcEfwAAATAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49
    BAMCA0cAMEQCIE7hWxNzfgRkIysmqvoUcAoslVYjOsD2+Cv6zsKFSxi4AiAFA+GC
    2apCgDKCfYeJzVaY8qQmc6kRkrEJgoSmhk5A+g==
    -----END CERTIFICATE-----
    """

  /// For this machine, until 2002.
  static let expired = """
    -----BEGIN CERTIFICATE-----
    MIIBZjCCAQ2gAwIBAgIUXnG2jP+9lfsgbr3cVzz81WGlwjowCgYIKoZIzj0EAwIw
    GzEZMBcGA1UEAwwQUml2ZXJzaWRlIG9mZmljZTAeFw0wMTAxMDEwMDAwMDBaFw0w
    MjAxMDEwMDAwMDBaMBsxGTAXBgNVBAMMEFJpdmVyc2lkZSBvZmZpY2UwWTATBgcq
    hkjOPQIBBggqhkjOPQMBBwNCAAS5wUgfOZsJoo+xnXmsvtlK+t/mwfdYhcoXki6D
    TQRthSLAOD++O91/QoSf10MrEpOnnR474dMQIreNy9ABqbWpoy8wLTAaBgNVHREE
    EzARgglsb2NhbGhvc3SHBH8AAAEwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQD
    AgNHADBEAiAVrOrzPaoGqmBNH3SKz5nkyT9nXpA6LgKvopwTQ8Nj8wIgGT7rMxwc
    fj+Cj48lscikvoEbWOzseCwFiD/r6BWUVG0=
    -----END CERTIFICATE-----
    """

  /// For this machine, from 2125 on.
  static let early = """
    -----BEGIN CERTIFICATE-----
    MIIBazCCARGgAwIBAgIUGh+52Km5myfdbVeXuqtJS2SLgt0wCgYIKoZIzj0EAwIw
    GzEZMBcGA1UEAwwQUml2ZXJzaWRlIG9mZmljZTAiGA8yMTI1MDEwMTAwMDAwMFoY
    DzIxMjYwMTAxMDAwMDAwWjAbMRkwFwYDVQQDDBBSaXZlcnNpZGUgb2ZmaWNlMFkw
    EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEucFIHzmbCaKPsZ15rL7ZSvrf5sH3WIXK
    F5Iug00EbYUiwDg/vjvdf0KEn9dDKxKTp50eO+HTECK3jcvQAam1qaMvMC0wGgYD
    VR0RBBMwEYIJbG9jYWxob3N0hwR/AAABMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZI
    zj0EAwIDSAAwRQIhAPL+zO4zMKYzJejP5haxrzmS/mdkdkkOFbMXPjAN6gE2AiA3
    /Z+vLmF82cXeowNT0JITkZ64nPO/JJflO7Y9oFNNhQ==
    -----END CERTIFICATE-----
    """

  /// For `office.example`, until 2126.
  static let elsewhere = """
    -----BEGIN CERTIFICATE-----
    MIIBZzCCAQ6gAwIBAgIUFQ7/JfxdjrRza5ZOFTSPoBhWdI4wCgYIKoZIzj0EAwIw
    GzEZMBcGA1UEAwwQUml2ZXJzaWRlIG9mZmljZTAgFw0yNjAxMDEwMDAwMDBaGA8y
    MTI2MDEwMTAwMDAwMFowGzEZMBcGA1UEAwwQUml2ZXJzaWRlIG9mZmljZTBZMBMG
    ByqGSM49AgEGCCqGSM49AwEHA0IABLnBSB85mwmij7Gdeay+2Ur63+bB91iFyheS
    LoNNBG2FIsA4P7473X9ChJ/XQysSk6edHjvh0xAit43L0AGptamjLjAsMBkGA1Ud
    EQQSMBCCDm9mZmljZS5leGFtcGxlMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0E
    AwIDRwAwRAIgBXA3WAKCjpedckM23b5j+B8LqVqVTD7L6VaCfSCD26UCIGTaYVVX
    Uq95oFcoQOdLq22FKRpoQIu0heW/nYIrHTFO
    -----END CERTIFICATE-----
    """

  /// The key of none of them.
  static let otherKey = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgjmP7er5G8TdYs8aI
    wRmSympln2oAE9YsST+wKndi2P2hRANCAATA/4Hz35NeRZtQFW8kSfSdvBVl4ATf
    X3HPsp1dfz+igHHLuJisKzjWHrZW7BYv5sUseS7vp4GY9gcGx/Ka8Z3F
    -----END PRIVATE KEY-----
    """

  /// Writes one to a file that nobody else can read; its path.
  static func write(_ text: String, as name: String, in folder: URL) throws -> String {
    let path = folder.path() + "/" + name
    try Data((text + "\n").utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    return path
  }
}
