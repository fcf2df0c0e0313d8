import Domain
import Testing

@Suite("Amounts of money")
struct MoneyTests {
  @Test("add up, and past the greatest there is stay that")
  func sums() {
    let most = Money(hundredths: .max)
    #expect(Money(hundredths: 4_500) + Money(hundredths: -500) == Money(hundredths: 4_000))
    #expect(most + Money(hundredths: 1) == most && most + most == most)
    #expect(Money(hundredths: .min) + Money(hundredths: -1) == Money(hundredths: .min))
  }
}
