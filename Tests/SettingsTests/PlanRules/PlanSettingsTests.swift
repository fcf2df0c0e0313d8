import TestSupport
import Testing

@testable import Settings

@Suite("The rules of plans in a file")
struct PlanSettingsTests {
  private func read(_ text: String) -> (settings: PlanSettings, problems: [String]) {
    var settings = PlanSettings()
    let problems = settings.read(text: text, file: "plan.toml")
    return (settings, problems.map(\.description))
  }

  @Test("are taken as they stand, and what is not named stays as it is", .verifies("REC-11"))
  func taken() {
    let (settings, problems) = read(
      """
      version = 3
      [weights]
      driving = 12
      uneven-work = 0
      late = [200, 60, 10, 2]
      [limits]
      most-overtime = "1h30"
      near = "15m"
      tries = 4000
      [travel]
      zones = "zones.csv"
      [travel.speeds]
      "16:00-18:00" = 70
      "07:00-09:00" = 60
      """)
    #expect(problems == [])
    #expect(settings.version == 3 && settings.tries == 4000 && settings.zones == "zones.csv")
    #expect(settings.weights == [.driving: 12, .unevenWork: 0])
    #expect(settings.late == [200, 60, 10, 2] && settings.leftOut == nil)
    #expect(settings.limits == [.mostOvertime: 5_400, .near: 900])
    #expect(settings.speeds.map(\.percent) == [60, 70] && settings.speeds[0].from == 25_200)
    #expect(settings.places["weights.driving"] == 3)
  }

  @Test("are no greater than what plans can be reckoned with")
  func tooGreat() {
    let (settings, problems) = read(
      "[weights]\nlate = [1000001, 1, 1, 1]\nleft-out = [1000000000, 1, 1, 1]\n")
    #expect(problems.count == 1 && settings.late == nil)
    #expect(settings.leftOut == [1_000_000_000, 1, 1, 1])
  }

  @Test(
    "name file, line and the nearest word where something cannot be used, and take the rest",
    arguments: [
      ("versoin = 2", "plan.toml:1:1: \"versoin\" is nothing of a plan's rules; version is."),
      ("version = 0", "plan.toml:1:11: \"version\" is 0 where a whole number from 1 on belongs."),
      ("[weights]\ndrivin = 3", "plan.toml:2:1: \"drivin\" is nothing of [weights]; driving is."),
      (
        "[weights]\ndriving = 0",
        "plan.toml:2:11: \"driving\" is 0 where a whole number from 1 to 1000000 belongs."
      ),
      (
        "[weights]\nlate = [1, 2]",
        "plan.toml:2:8: \"late\" is a list where four numbers from 0 to 1000000 belong, for P1 to P4."
      ),
      ("[limits]\nnaer = \"10m\"", "plan.toml:2:1: \"naer\" is nothing of [limits]; near is."),
      (
        "[limits]\nnear = \"soon\"",
        "plan.toml:2:8: \"near\" is \"soon\" where a length up to a day belongs, such as \"90m\" or \"1h\"."
      ),
      ("[travel]\nzone = \"z.csv\"", "plan.toml:2:1: \"zone\" is nothing of [travel]; zones is."),
      (
        "[travel.speeds]\n\"09:00-07:00\" = 60",
        "plan.toml:2:1: \"09:00-07:00\" is no span of a day; two times such as \"07:00-09:00\" are, the later one last."
      ),
      (
        "[travel.speeds]\n\"07:00-09:00\" = 2",
        "plan.toml:2:17: \"07:00-09:00\" is 2 where 5 to 400 percent of the usual speed belong."
      )
    ])
  func wrong(text: String, sentence: String) {
    let (settings, problems) = read(text + "\n")
    #expect(problems == [sentence])
    #expect(settings.weights.isEmpty && settings.limits.isEmpty && settings.speeds.isEmpty)
  }

  @Test("take one of two spans of a day that overlap, and say so")
  func overlap() {
    let (settings, problems) = read("[travel.speeds]\n\"07:00-09:00\" = 60\n\"08:00-10:00\" = 70\n")
    #expect(settings.speeds.count == 1)
    #expect(problems == ["plan.toml:3:1: \"08:00-10:00\" overlaps \"07:00-09:00\"; one of them counts."])
  }

  @Test("read lengths and times of day as people write them")
  func words() {
    #expect(PlanSettings.length("90m") == 5_400 && PlanSettings.length("1h") == 3_600)
    #expect(PlanSettings.length("1h30") == 5_400 && PlanSettings.length("1h30m") == 5_400)
    for wrong in ["", "m", "h", "90", "-5m", "1h-3", "99999m"] { #expect(PlanSettings.length(wrong) == nil) }
    #expect(PlanSettings.timeOfDay("7:05") == 25_500 && PlanSettings.timeOfDay("24:00") == 86_400)
    for wrong in ["7", "24:01", "07:60", ":", "07:5"] { #expect(PlanSettings.timeOfDay(wrong) == nil) }
  }
}

@Suite("Minutes from zone to zone in a file")
struct ZoneMinutesTests {
  @Test("are read as a spreadsheet writes them, there and back apart, nothing where nothing is known")
  func table() {
    for text in [
      ",South,North\nSouth,5,25\nNorth,28,\n", "zone;South;North\r\nSouth;5;25\r\nNorth;28;\r\n",
      "\tSouth\tNorth\n\"South\"\t5\t25\nNorth\t28\n"
    ] {
      let (table, problems) = ZoneMinutes.load(text: text, file: "zones.csv")
      #expect(problems == [])
      #expect(table.zones == ["South", "North"])
      #expect(table.minutes == ["South": ["South": 5, "North": 25], "North": ["South": 28]])
    }
  }

  @Test("name line and nearest zone where something cannot be used, and keep the rest")
  func wrong() {
    let (table, problems) = ZoneMinutes.load(
      text: ",South,North\nSuoth,5,25\nNorth,28,soon\nNorth,1,1\nSouth,5,25,9\n", file: "zones.csv")
    #expect(table.minutes == ["North": ["South": 28], "South": ["South": 5, "North": 25]])
    #expect(
      problems.map(\.description) == [
        "zones.csv:2:1: \"Suoth\" is no zone of the first line; South is.",
        "zones.csv:3:10: \"soon\" is no way; whole minutes up to 1440 are, or nothing where it is not known.",
        "zones.csv:4:1: line 3 has the ways from \"North\" already.",
        "zones.csv:5:12: the first line has no zone above \"9\"."
      ])
    #expect(ZoneMinutes.load(text: "", file: "z").problems.count == 1)
  }
}
