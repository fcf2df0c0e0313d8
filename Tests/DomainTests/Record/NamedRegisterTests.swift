import Domain
import Testing

@Suite("A register of names")
struct NamedRegisterTests {
  private func site(_ low: UInt64, _ name: String) -> Site {
    Site(id: Site.ID(high: 1, low: low), name: name, customer: nil)
  }

  @Test("finds records by name however it is written, and by the present one only")
  func names() throws {
    var sites = NamedRegister<Site.ID, Site>()
    let (quay, other, mill) = (site(1, "Quay House"), site(2, "QUAY-HOUSE"), site(3, "Mill"))
    for one in [quay, other, mill] { sites[one.id] = one }
    func found(_ name: String, of customer: Customer.ID? = nil) -> Set<Site.ID> {
      Set(sites.namesakes(of: Site(id: Site.ID(high: 9, low: 9), name: name, customer: customer)))
    }
    #expect(found("quay house") == [quay.id, other.id])
    sites.change(other.id) { $0.name = "Harbour Court" }
    #expect(found("Quay House") == [quay.id])
    #expect(found("harbour court") == [other.id])
    sites.keep(Boxed(site(3, "Quay house")), as: mill.id)
    #expect(found("quay house") == [quay.id, mill.id])
    #expect(found("mill").isEmpty)
    sites[quay.id] = nil
    #expect(found("quay house") == [mill.id])
    let customer = Customer.ID(high: 5, low: 1)
    sites.change(mill.id) { $0.customer = customer }
    #expect(found("quay house").isEmpty && found("quay house", of: customer) == [mill.id])
    #expect(sites.count == 2)
  }

  @Test("is equal to another one with the same records, however it came to them")
  func equal() {
    var (one, other) = (NamedRegister<Site.ID, Site>(), NamedRegister<Site.ID, Site>())
    for low in [1, 2, 3] as [UInt64] { one[Site.ID(high: 1, low: low)] = site(low, "Mill") }
    for low in [3, 2, 1] as [UInt64] { other[Site.ID(high: 1, low: low)] = site(low, "Quay") }
    #expect(one != other)
    for low in [2, 3, 1] as [UInt64] { other.change(Site.ID(high: 1, low: low)) { $0.name = "Mill" } }
    #expect(one == other && one.hashValue == other.hashValue)
  }
}
