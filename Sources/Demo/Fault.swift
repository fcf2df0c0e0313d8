import Domain

/// What goes wrong with a kind of thing, and what somebody does about it.
struct Fault: Sendable {
  let trade: Trade
  /// What it is called where the site has none on the books.
  let thing: String
  let symptom: String
  /// In the caller's own words.
  let words: String
  let did: String
  let cause: String
  let part: String?
  let minutes: Int64

  init(
    _ trade: String, _ thing: String, _ symptom: String, _ words: String, did: String, cause: String,
    part: String? = nil, minutes: Int64 = 60
  ) {
    self.trade = Trade(trade)
    self.thing = thing
    self.symptom = symptom
    self.words = words
    self.did = did
    self.cause = cause
    self.part = part
    self.minutes = minutes
  }
}

extension Fault {
  static let all: [Fault] = [
    Fault(
      "hvac", "AHU-1", "no air", "No air since this morning, the panel shows an alarm.",
      did: "Drive belt replaced, airflow measured", cause: "worn belt", part: "BLT-22 x 1", minutes: 90),
    Fault(
      "hvac", "boiler", "lockout", "Radiators are cold, the boiler shows a red light.",
      did: "Ignition electrode cleaned and set, three starts without fault", cause: "dirt", minutes: 90),
    Fault(
      "hvac", "chiller", "high pressure trip", "The chiller stops after ten minutes.",
      did: "Condenser washed, pressures back in range", cause: "fouled condenser", minutes: 105),
    Fault(
      "hvac", "split unit", "drips on desks", "Water comes out of the ceiling unit over two desks.",
      did: "Condensate drain blown through, tray disinfected", cause: "blocked drain", minutes: 45),
    Fault(
      "plumbing", "washroom", "tap will not close", "The tap in the staff washroom runs all day.",
      did: "Cartridge replaced", cause: "wear", part: "Cartridge 35 mm x 1", minutes: 45),
    Fault(
      "plumbing", "basement", "pump alarm", "Sump alarm in the basement, some water on the floor.",
      did: "Float switch freed, pump tested twice", cause: "jammed float", minutes: 60),
    Fault(
      "plumbing", "kitchen", "drain slow", "The floor drain backs up when the dishwasher empties.",
      did: "Drain rodded and flushed, grease trap emptied", cause: "grease", minutes: 75),
    Fault(
      "refrigeration", "walk-in", "warm", "Walk-in is at 9 C and climbing.",
      did: "Contactor replaced, down to 3 C after 40 minutes", cause: "burnt contactor",
      part: "Contactor 25 A x 1",
      minutes: 105),
    Fault(
      "refrigeration", "freezer", "door heater", "The freezer door freezes shut over night.",
      did: "Door heater and seal replaced", cause: "open circuit", part: "Seal 1.9 m x 1", minutes: 60),
    Fault(
      "refrigeration", "display case", "noisy fan", "Loud fan, customers complain.",
      did: "Fan motor replaced", cause: "bearing", part: "Fan 10 W x 1", minutes: 60),
    Fault(
      "doors", "entrance", "closer broken", "The front door slams, somebody was nearly hit.",
      did: "Closer replaced and set", cause: "oil loss", part: "Closer size 4 x 1", minutes: 60),
    Fault(
      "doors", "roller shutter", "stuck halfway", "The shutter stopped halfway, we cannot lock up.",
      did: "Limit switch set anew, chain greased", cause: "limit drifted", minutes: 60),
    Fault(
      "doors", "plant room", "lock jammed", "The key turns but the bolt does not move.",
      did: "Cylinder replaced, three keys handed over", cause: "broken cam", part: "Cylinder 35/35 x 1",
      minutes: 45),
    Fault(
      "lighting", "stairwell", "lights out", "Both landings are dark.",
      did: "Two drivers replaced", cause: "failed driver", part: "LED driver x 2", minutes: 60),
    Fault(
      "lighting", "car park", "3 lamps out", "Three lamps are out along the wall.",
      did: "Lamps replaced, photocell cleaned", cause: "age", part: "Lamp 70 W x 3", minutes: 60),
    Fault(
      "electrical", "board B", "breaker trips", "The breaker goes every time the oven starts.",
      did: "Oven element insulation at fault, isolated; breaker holds", cause: "insulation", minutes: 75),
    Fault(
      "electrical", "meeting room", "sockets dead", "No power at the long wall.",
      did: "Loose neutral made good, circuit tested", cause: "loose terminal", minutes: 60),
    Fault(
      "lift", "lift 1", "doors reopen", "The doors close and open again, over and over.",
      did: "Light curtain aligned, 20 trips without fault", cause: "misaligned curtain", minutes: 90),
    Fault(
      "lift", "lift 1", "levels badly", "It stops a hand's width too low on floor 3.",
      did: "Levelling set, brake checked", cause: "drift", minutes: 90),
    Fault(
      "fire", "alarm panel", "zone fault", "The panel beeps, zone 4 fault.",
      did: "Detector head replaced, zone tested", cause: "dirty head", part: "Detector x 1", minutes: 90),
    Fault(
      "it", "office", "no network", "Nobody on the first floor can reach anything.",
      did: "Switch power supply replaced", cause: "power supply", part: "PSU 12 V x 1", minutes: 60),
    Fault(
      "it", "till 4", "freezes", "The till freezes at every card payment.",
      did: "Terminal firmware brought up to date, cable replaced", cause: "cable", minutes: 45),
    Fault(
      "print", "printer", "jam, noise", "It jams at every tenth page and grinds.",
      did: "Fuser and pick-up rollers replaced", cause: "wear", part: "Roller kit x 1", minutes: 45),
    Fault(
      "print", "plotter", "streaks", "Grey streaks over every plan.",
      did: "Heads cleaned and aligned", cause: "dried ink", minutes: 45),
    Fault(
      "general", "reception", "ceiling tile loose", "A tile hangs over the queue.",
      did: "Tile fixed, four neighbours checked", cause: "leak above", minutes: 45),
    Fault(
      "cleaning", "loading bay", "spill", "Oil on the ramp, we put cones out.",
      did: "Absorbed and washed, floor dry", cause: "leaking truck", minutes: 45),
    Fault(
      "roofing", "roof", "gutter overflows", "Water runs down the wall when it rains.",
      did: "Gutter and downpipe cleared", cause: "leaves", minutes: 120),
    Fault(
      "pest", "kitchen", "mice seen", "Two mice behind the fryer.",
      did: "Bait boxes set, gap under the door closed", cause: "gap", minutes: 60)
  ]

  static let byTrade = Dictionary(grouping: all, by: \.trade)

  static func of(_ trade: Trade, _ numbers: inout SeededNumbers) -> Fault {
    numbers.pick(byTrade[trade] ?? all)
  }
}
