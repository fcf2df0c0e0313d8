import Domain
import TestSupport
import Testing

@testable import TUI

@Suite("A technician's row")
struct TechnicianTextTests {
  @Test("keeps the sign that he is late where the place is too long", .verifies("BRD-03"))
  func late() {
    func card(_ place: String, isLate: Bool) -> TechnicianCard {
      TechnicianCard(
        id: Story.technician(0), handle: "ana", name: "Ana Ruiz", shown: .available, isLate: isLate, now: nil,
        overrun: .zero, until: nil, next: nil, nextStart: nil, utilisationPercent: 0, lastSeenAt: nil,
        isSilent: false, zone: nil, team: nil, skills: [], lastPlace: place, lastPlaceAt: nil,
        isOnCall: false, alerts: 0)
    }
    #expect(TechnicianText.now(card("Canal Works Annex", isLate: true), width: 14) == "free Canal !")
    #expect(TechnicianText.now(card("Depot", isLate: true), width: 14) == "free, Depot !")
    #expect(TechnicianText.now(card("Canal Works Annex", isLate: false)) == "free Canal Works Annex")
  }
}
