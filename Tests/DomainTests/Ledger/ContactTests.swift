import Domain
import TestSupport
import Testing

@Suite("The instant that counts")
struct ContactTests {
  private let noon = Timestamp(seconds: 1_795_521_600)

  @Test("is what was told, by whoever was without the line for hours and has the right time")
  func cellar() {
    let contact = Contact(settledAt: noon - .hours(3), now: noon)
    for told in [noon - .hours(3), noon - .hours(2), noon - .minutes(1), noon] {
      #expect(contact.counted(told) == told)
    }
  }

  @Test("is what was told by a clock that is off by less than two minutes, either way")
  func slack() {
    let contact = Contact(settledAt: noon - .seconds(5), now: noon)
    for told in [noon - .seconds(125), noon + .seconds(120)] { #expect(contact.counted(told) == told) }
  }

  @Test("is never before the console was known to have nothing waiting, nor to come")
  func bounds() {
    let contact = Contact(settledAt: noon - .seconds(5), now: noon)
    #expect(contact.counted(noon - .hours(3)) == noon - .seconds(5))
    #expect(contact.counted(Timestamp(seconds: .min)) == noon - .seconds(5))
    #expect(contact.counted(noon + .days(400)) == noon)
    #expect(contact.counted(Timestamp(seconds: .max)) == noon)
  }

  @Test("is what was told where the office noted the last contact by a clock that was wrong")
  func office() {
    let contact = Contact(settledAt: noon + .days(1), now: noon)
    #expect(contact.counted(noon - .hours(3)) == noon - .hours(3))
  }

  @Test("is whatever is told where nothing is known, but for what is to come")
  func unknown() {
    let contact = Contact(settledAt: nil, now: noon)
    #expect(contact.counted(noon - .days(9)) == noon - .days(9))
    #expect(contact.counted(noon + .days(9)) == noon)
    #expect(Contact.untimed.counted(noon + .days(9)) == noon + .days(9))
  }
}
