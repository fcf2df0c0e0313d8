import Glibc
import Settings

/// How colours look to eyes without red or without green cones, by the matrices of Machado, Oliveira and
/// Fernandes (2009) at full severity, compared in Oklab.
enum ColourBlindness: CaseIterable {
  case protanopia
  case deuteranopia

  private var matrix: [[Double]] {
    switch self {
    case .protanopia:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deuteranopia:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    }
  }

  func distance(_ left: RGB, _ right: RGB) -> Double {
    let (one, two) = (oklab(left), oklab(right))
    return sqrt(zip(one, two).map { ($0 - $1) * ($0 - $1) }.reduce(0, +))
  }

  private func oklab(_ colour: RGB) -> [Double] {
    let linear = [RGB.linear(colour.red), RGB.linear(colour.green), RGB.linear(colour.blue)]
    let seen = multiply(matrix, linear).map { min(max($0, 0), 1) }
    let cones = multiply(
      [
        [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005]
      ], seen)
    return multiply(
      [
        [0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660]
      ], cones.map { cbrt($0) })
  }

  private func multiply(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).map { $0 * $1 }.reduce(0, +) }
  }
}
