/// What a refusal, an alert or a history line is about, by the name people know it by.
public enum Subject: Codable, Hashable, Sendable {
  case order(Int)
  case technician(String)
  case customer(String)
  case site(String)
  case equipment(String)
  case person(String)
  case contract(String)
  case office(String)
  case message(String)
  case alert(String)
  case conflict(String)
}
