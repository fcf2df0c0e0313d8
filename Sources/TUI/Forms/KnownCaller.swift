import Domain
import Terminal
import Verbs

/// Somebody who may be on the line: whom the books or an open order have with a number or a name.
struct KnownCaller: Hashable, Sendable {
  /// Unique among them, and the same as long as the books are.
  let id: String
  let phone: String?
  let name: String?
  let site: Site.ID?
  let customer: Customer.ID?
  /// What tells him from others of the same number or name.
  let detail: String
  /// Whether the books do not have him: he has rung about what is open.
  var hasOnlyRung = false

  /// The number and whose it is, as one word; nil without a number.
  var sameLine: String? { phone.map { "\($0.filter(\.isNumber)) \(customer?.description ?? "")" } }

  /// Whether a number as it was typed is this one's, with or without the country's code.
  func hasNumber(_ digits: String) -> Bool {
    guard let own = phone?.filter(\.isNumber), digits.count >= 6 else { return false }
    return own == digits || (min(own.count, digits.count) >= 9 && own.suffix(9) == digits.suffix(9))
  }
}

/// Looks for figures in many numbers, whatever stands between them, without making a new string for any.
struct FigureSearch {
  private let figures: [UInt8]
  /// What is the same with or without the country's code.
  let tail: [UInt8]

  init(_ text: String) {
    figures = text.utf8.filter(Self.isFigure)
    tail = figures.suffix(9)
  }

  var count: Int { figures.count }

  static func figures(of number: String) -> String {
    String(decoding: number.utf8.filter(isFigure), as: UTF8.self)
  }

  /// Whether a number holds them, or is the same with or without the country's code.
  func isFound(in number: String) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longest) { buffer in
      var count = 0
      for byte in number.utf8 where Self.isFigure(byte) && count < Self.longest {
        buffer[count] = byte
        count += 1
      }
      return isFound(in: UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// The same for a number of which only its figures are left.
  func isFound(in own: UnsafeBufferPointer<UInt8>) -> Bool {
    if tail.count == 9, own.count >= 9, own.suffix(9).elementsEqual(tail) { return true }
    guard own.count >= figures.count else { return false }
    return (0...own.count - figures.count).contains { own[$0...].starts(with: figures) }
  }

  private static func isFigure(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static let longest = 48
}

extension Model {
  /// Whose number holds the digits typed: sites, customers, and who has rung about what is open.
  func callers(number text: String) -> [KnownCaller] {
    let search = FigureSearch(text)
    guard search.count >= 4 else { return [] }
    let found = directory.pages(of: office).numbers(search, atMost: Self.mostLookedAt)
    let all = callers(found.compactMap(caller)) { phone, _ in search.isFound(in: phone) }
    return Array(
      all.sorted { ($0.phone ?? "", $0.detail) < ($1.phone ?? "", $1.detail) }.prefix(Self.mostShown))
  }

  /// Who is called so: contacts of sites and customers, and who has rung about what is open.
  func callers(named text: String) -> [KnownCaller] {
    let search = NameSearch(text)
    guard text.trimmed.count >= 2 else { return [] }
    let found = directory.pages(of: office).contacts(search, atMost: Self.mostShown)
    let all = callers(found.compactMap(caller)) { _, name in name.map { search.rank($0) != nil } ?? false }
    // Whoever rang about what is open has his place behind those of the books.
    let (books, rang) = (all.filter { !$0.hasOnlyRung }, all.filter(\.hasOnlyRung))
    return Array(
      (books.prefix(max(Self.mostShown / 2, Self.mostShown - rang.count)) + rang).prefix(Self.mostShown))
  }

  /// Of a hundred thousand numbers some hundreds have the same four figures: whoever is meant is found by the next ones,
  /// and making a caller of each costs more than a key may.
  private static let (mostLookedAt, mostShown) = (64, 20)

  /// Those of the books, and who has rung about what is open where the books do not have the number, each once.
  private func callers(
    _ known: [KnownCaller], or isMeant: (_ phone: String, _ name: String?) -> Bool
  ) -> [KnownCaller] {
    // A customer's number that is one of his places' says which place.
    let places = Set(known.compactMap { $0.site == nil ? nil : $0.sameLine })
    var found = known.filter { $0.site != nil || !($0.sameLine.map(places.contains) ?? false) }
    var numbers = Set(found.compactMap { $0.phone?.filter(\.isNumber) })
    office.orders.forEach { order in
      guard !order.isEnded, let request = order.requests.last, let phone = request.phone?.words,
        isMeant(phone, request.caller?.words)
      else { return }
      let site = office.site(order.site)
      let caller = KnownCaller(
        id: "order \(order.id)", phone: phone, name: request.caller?.words, site: order.site,
        customer: site?.customer,
        detail: detail(site?.name, request.caller?.words, "rang about \(order.number)"), hasOnlyRung: true)
      if numbers.insert(phone.filter(\.isNumber)).inserted { found.append(caller) }
    }
    return found
  }

  /// A site or a customer as whoever is on the line.
  private func caller(_ party: DirectoryBook.Party) -> KnownCaller? {
    switch party {
    case .customer(let id):
      return office.customer(id).map {
        KnownCaller(
          id: "customer \(id)", phone: dialled($0.phone), name: $0.contact?.words, site: nil, customer: id,
          detail: detail($0.name, $0.contact?.words))
      }
    case .site(let id):
      guard let site = office.site(id) else { return nil }
      let contact = site.contact ?? office.customer(site.customer)?.contact
      return KnownCaller(
        id: "site \(id)", phone: dialled(site.phone), name: contact?.words, site: id, customer: site.customer,
        detail: detail(site.name, contact?.words))
    }
  }

  /// A number on record; nobody rings from what cannot be dialled, such as an address for mails.
  private func dialled(_ number: PersonalText?) -> String? {
    number.flatMap { TelephoneNumber.fault($0.words) == nil ? $0.words : nil }
  }

  private func detail(_ words: String?...) -> String { words.compactMap(\.self).joined(separator: " · ") }

  /// The places of a customer and of those that belong to it.
  func places(of customer: Customer.ID) -> [Site] { directory.pages(of: office).places(of: customer) }
}
