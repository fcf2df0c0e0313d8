import Domain
import Testing

@Suite("Travel")
struct TravelTests {
  @Test("is the great circle times the road factor at the usual speed, whole minutes rounded up")
  func formula() throws {
    let office = try Town().office
    let here = try #require(Coordinates(latitude: 53.40, longitude: -2.99))
    let there = try #require(Coordinates(latitude: 53.40, longitude: -2.90))
    // 5,966.9 m × 1.3 = 7,757 m at 36 km/h are 12.93 minutes.
    #expect(here.metres(to: there) == 5_967)
    let way = office.travel(from: here, to: there)
    #expect(way.metres == 7_757)
    #expect(way.span == .minutes(13))
    #expect(!way.isGuess)
    #expect(office.travelTime(from: there, to: here) == .minutes(13))
    #expect(office.travel(from: here, to: here) == .none)
  }

  @Test("to or from an unknown place is a guess of 20 minutes")
  func guess() throws {
    let office = try Town().office
    let here = try #require(Coordinates(latitude: 53.40, longitude: -2.99))
    for way in [office.travel(from: nil, to: here), office.travel(from: here, to: nil)] {
      #expect(way.span == .minutes(20))
      #expect(way.isGuess)
    }
  }

  @Test("the farthest places and an absurd profile still give a way")
  func extremes() throws {
    var office = try Town().office
    office.profile.kilometresPerHour = 0
    office.profile.roadFactorHundredths = 0
    let pole = try #require(Coordinates(latitude: 90, longitude: 0))
    let other = try #require(Coordinates(latitude: -90, longitude: 180))
    #expect(office.travelTime(from: pole, to: other) == .minutes(1_200_907))
  }

  @Test("a day's schedule is in order, from home and on from each visit to the next")
  func day() throws {
    var town = try Town()
    let second = try town.assigned(from: Town.at(13), at: Town.library)
    let first = try town.assigned(from: Town.at(9), at: Town.hospital)
    _ = try town.assigned(from: Town.at(33), at: Town.hospital)
    let stops = town.office.schedule(of: try town.technician(), on: Town.day, at: town.now)
    #expect(stops.map(\.visit.number) == [first.number, second.number])
    #expect(stops.map(\.travel.span) == [.minutes(13), .minutes(12)])
    #expect(stops[1].travelRange == Town.range(Town.at(12, 48), Town.at(13)))
  }
}
