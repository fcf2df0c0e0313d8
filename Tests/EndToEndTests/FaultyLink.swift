import Foundation
import Glibc
import TestSupport

/// A way to an office on which requests and answers are lost, cut short and late, by a seed.
final class FaultyLink: @unchecked Sendable {
  /// Percent of connections, while it is spoilt: refused, without an answer, with a part of one; and the longest
  /// delay in milliseconds.
  struct Faults: Sendable {
    var refused = 15
    var swallowed = 20
    var torn = 25
    var delay = 40
  }

  private let listening: Int32
  private let office: UInt16
  private let faults: Faults
  private let lock = NSLock()
  private var numbers: RepeatableNumbers
  private var isBad = false
  let port: UInt16

  init(to address: String, seed: UInt64, faults: Faults = Faults()) throws {
    guard let office = address.split(separator: ":").last.flatMap({ UInt16($0) }) else {
      throw Binary.Unexpected(text: address)
    }
    self.office = office
    self.faults = faults
    numbers = RepeatableNumbers(seed: seed)
    let listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.listening = listening
    var own = Self.loopback(0)
    let bound = withUnsafePointer(to: &own) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listening, $0, Self.size) }
    }
    guard bound == 0, listen(listening, 64) == 0 else {
      throw Binary.Unexpected(text: String(cString: strerror(errno)))
    }
    var size = Self.size
    _ = withUnsafeMutablePointer(to: &own) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(listening, $0, &size) }
    }
    port = UInt16(bigEndian: own.sin_port)
    Thread.detachNewThread { [self] in
      while true {
        let connection = accept(listening, nil, nil)
        if connection < 0 { break }
        Thread.detachNewThread { [self] in carry(connection) }
      }
      close(listening)
    }
  }

  var address: String { "http://127.0.0.1:\(port)" }

  /// From now on things go wrong.
  func spoil() { lock.withLock { isBad = true } }

  /// Nothing is lost any more.
  func mend() { lock.withLock { isBad = false } }

  func stop() { shutdown(listening, Int32(SHUT_RDWR)) }

  private static let size = socklen_t(MemoryLayout<sockaddr_in>.size)

  private static func loopback(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
    return address
  }

  /// What is done to one connection: how many bytes of the answers pass, and how late.
  private func fate() -> (answers: Int, delay: UInt32)? {
    lock.withLock {
      guard isBad else { return (.max, 0) }
      let chance = Int.random(in: 0..<100, using: &numbers)
      let delay = UInt32.random(in: 0...UInt32(faults.delay), using: &numbers) * 1_000
      if chance < faults.refused { return nil }
      if chance < faults.refused + faults.swallowed { return (0, delay) }
      if chance < faults.refused + faults.swallowed + faults.torn {
        return (Int.random(in: 1...2_000, using: &numbers), delay)
      }
      return (.max, delay)
    }
  }

  private func carry(_ console: Int32) {
    defer { close(console) }
    guard let fate = fate() else { return }
    let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(server) }
    var there = Self.loopback(office)
    let connected = withUnsafePointer(to: &there) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(server, $0, Self.size) }
    }
    guard connected == 0 else { return }
    var left = fate.answers
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var ends = [
        pollfd(fd: console, events: Int16(POLLIN), revents: 0),
        pollfd(fd: server, events: Int16(POLLIN), revents: 0)
      ]
      guard poll(&ends, 2, 60_000) > 0 else { return }
      for (index, end) in ends.enumerated() where end.revents != 0 {
        let count = read(end.fd, &buffer, buffer.count)
        guard count > 0 else { return }
        usleep(fate.delay)
        let isAnswer = index == 1
        let passed = isAnswer ? min(count, left) : count
        guard Self.sendAll(buffer[..<passed], to: isAnswer ? console : server) else { return }
        if isAnswer {
          left -= passed
          // The office has done it by now, and nobody hears of it.
          if left == 0 { return }
        }
      }
    }
  }

  private static func sendAll(_ bytes: ArraySlice<UInt8>, to end: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(end, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      if count <= 0 { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
