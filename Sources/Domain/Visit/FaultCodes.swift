/// Why something had failed, as reports say it; other words are taken too, these can be counted.
public enum FaultCause: String, Hashable, Sendable, CaseIterable {
  case wear, blockage, electrical, control, damage, misuse
  case noneFound = "none found"
  case other
}

/// What the work on it came to, as reports say it.
public enum FaultResolution: String, Hashable, Sendable, CaseIterable {
  case repaired, replaced, reset, cleaned, adjusted
  case nothingToDo = "nothing to do"
}
