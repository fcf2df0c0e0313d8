import Domain
import Verbs

extension Model {
  private func best(_ found: [(rank: Int, match: FormMatch)]) -> [FormMatch] {
    let sorted = found.sorted {
      ($0.rank, $0.match.text, $0.match.detail) < ($1.rank, $1.match.text, $1.match.detail)
    }
    return sorted.prefix(Self.mostMatches).map(\.match)
  }

  private static let mostMatches = 50

  func siteMatches(_ text: String) -> [FormMatch] {
    directory.pages(of: office).sites(NameSearch(text), atMost: Self.mostMatches).compactMap { id in
      guard let site = office.site(id) else { return nil }
      let customer = office.customer(site.customer)
      let detail = [customer.map { "\($0.name), \($0.tier.rawValue)" }, site.address].compactMap(\.self)
      return FormMatch(text: site.name, id: id.description, detail: detail.joined(separator: " · "))
    }
  }

  func customerMatches(_ text: String) -> [FormMatch] {
    let search = NameSearch(text)
    var found: [(Int, FormMatch)] = []
    office.customers.forEach { customer in
      guard let rank = search.rank(customer.name) else { return }
      found.append(
        (rank, FormMatch(text: customer.name, id: customer.id.description, detail: customer.tier.rawValue)))
    }
    return best(found)
  }

  /// Equipment by name, maker, model or serial number; that of the site when one is known.
  func equipmentMatches(_ text: String, at site: Site.ID?) -> [FormMatch] {
    let search = NameSearch(text)
    var all: [(Int, FormMatch)] = []
    office.equipment.forEach { equipment in
      if let site, equipment.site != site { return }
      let details = equipment.details
      let found = search.rank(
        equipment.name, details[.type], details[.maker], details[.model], details[.serial])
      guard let rank = found else { return }
      let place = site == nil ? office.site(equipment.site)?.name : nil
      let serial = equipment.details[.serial].map { "serial \($0)" }
      let detail = [equipment.details[.maker], serial, place].compactMap(\.self).joined(separator: ", ")
      all.append((rank, FormMatch(text: equipment.name, id: equipment.id.description, detail: detail)))
    }
    return best(all)
  }

  func personMatches(_ text: String) -> [FormMatch] {
    let search = NameSearch(text)
    return best(
      office.people.unordered.compactMap { person in
        search.rank(person.name.words, person.handle).map {
          ($0, FormMatch(text: person.name.words, id: person.id.description, detail: person.role.rawValue))
        }
      })
  }

  func tradeMatches(_ text: String) -> [FormMatch] {
    let search = NameSearch(text)
    return best(
      office.trades.entries.compactMap { entry in
        let alias = entry.hints.first { search.rank($0) == 0 && search.rank(entry.trade.name) == nil }
        return (alias.map { _ in 1 } ?? search.rank(entry.trade.name)).map {
          let detail = [alias, TimeWords.estimate(entry.estimate)].compactMap(\.self)
          return ($0, FormMatch(text: entry.trade.name, detail: detail.joined(separator: " · ")))
        }
      })
  }

  /// The categories of a trade, by name or by a word that is said for one.
  func categoryMatches(_ text: String, trade: Trade?) -> [FormMatch] {
    let search = NameSearch(text)
    return best(
      office.trades.entries.filter { trade == nil || $0.trade == trade }.flatMap { entry in
        office.trades.categories(of: entry.trade).compactMap { category in
          let own = search.rank(category.name)
          let word = own == nil ? category.words.first { search.rank($0) == 0 } : nil
          guard let rank = own ?? word.map({ _ in 1 }) else { return nil }
          let isP1 = ([category.name] + category.words).contains { entry.alwaysP1.contains($0) }
          let detail = [word, entry.trade.name, isP1 ? "always P1" : nil].compactMap(\.self)
          return (rank, FormMatch(text: category.name, detail: detail.joined(separator: ", ")))
        }
      })
  }

  /// Open orders by number or by a word of theirs, for forms that name another order.
  func orderMatches(_ text: String, except own: WorkOrder.ID?) -> [FormMatch] {
    let search = NameSearch(text)
    var found: [(Int, FormMatch)] = []
    office.orders.forEach { order in
      guard order.id != own, !order.isEnded else { return }
      guard let rank = search.rank(String(order.number), siteName(of: order), order.summary) else { return }
      let detail = "\(siteName(of: order) ?? "") · \(order.summary)"
      found.append((rank, FormMatch(text: String(order.number), id: String(order.number), detail: detail)))
    }
    return best(found)
  }
}
