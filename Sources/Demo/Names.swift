/// The words that people, companies and places are called by.
enum Names {
  static let first = [
    "Ada", "Ben", "Cleo", "Dana", "Eli", "Farah", "Gus", "Hana", "Ivan", "Jada", "Karl", "Lena", "Milo",
    "Nora",
    "Omar", "Pia", "Quin", "Rosa", "Sven", "Tess", "Uma", "Vito", "Wren", "Yara", "Zeno", "Aylin", "Björn",
    "Chloé",
    "Dimitri", "Esra", "Fionn", "Grete"
  ]

  static let last = [
    "Adams", "Bauer", "Costa", "Doyle", "Eriksen", "Ferrari", "Grant", "Haddad", "Ibrahim", "Jensen",
    "Kowalski",
    "Lindqvist", "Mensah", "Novak", "Okafor", "Patel", "Quist", "Rossi", "Sato", "Tran", "Ueda", "Varga",
    "Walsh",
    "Xu", "Yilmaz", "Zhou", "Müller", "Núñez", "O'Neill", "Ødegård", "Şahin", "Wójcik"
  ]

  static let quarters = [
    "Anchor", "Bridge", "Canal", "Dock", "Easton", "Ferry", "Granary", "Harbour", "Ironworks", "Jubilee",
    "King's",
    "Lantern", "Market", "Northgate", "Orchard", "Priory", "Queen's", "Ropewalk", "Station", "Tannery",
    "Union",
    "Victoria", "Weir", "Foundry", "Abbey", "Basin", "Castle", "Dale", "Elder", "Fountain", "Glebe", "Hythe",
    "Island", "Juniper", "Kiln", "Lock", "Mill", "Nelson", "Oak", "Poplar"
  ]

  static let premises = [
    "House", "Clinic", "School", "Bakery", "Offices", "Hotel", "Depot", "Court", "Works", "Café"
  ]

  static let streets = ["Water St", "Canal Rd", "Bridge St", "High St", "Mill Lane", "Dock Rd", "Church Walk"]
  static let makers = ["Foster", "Kone", "Daikin", "Grundfos", "Dorma", "Siemens", "Ricoh", "Trane"]
  static let rooms = [
    "plant room 3", "roof", "basement", "ground floor", "loading bay", "first floor", "yard"
  ]
  static let hazards = [
    "hot surfaces, permit at desk", "asbestos register at reception", "dog in yard until 08:00"
  ]
  static let accesses = [
    "reception, ask for the facilities desk", "gate B, ring 12", "keys at the neighbour's", "side door, code"
  ]
  static let likes = [
    "likes mornings", "wants a call 30 min before", "invoice by mail only", "no work over lunch"
  ]
}
