/// The natural logarithm from additions and divisions alone, so that every machine finds the same digits.
func logarithm(_ value: Double) -> Double {
  guard value > 0 else { return -745 }
  let power = Double(value.exponent)
  let ratio = (value.significand - 1) / (value.significand + 1)
  let square = ratio * ratio
  var term = ratio
  var sum = 0.0
  for odd in stride(from: 1.0, through: 35, by: 2) {
    sum += term / odd
    term *= square
  }
  return 2 * sum + power * 0.6931471805599453
}

/// e to a power, by halving until a short series is exact.
func exponential(_ value: Double) -> Double {
  let small = value / 1024
  var sum = 1.0
  var term = 1.0
  for step in 1...8 {
    term *= small / Double(step)
    sum += term
  }
  for _ in 0..<10 { sum *= sum }
  return sum
}
