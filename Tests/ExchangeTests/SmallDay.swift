/// A day with two technicians, five visits and one promise, as a file tells it; costs by the independent scorer.
enum SmallDay {
  static let problem = """
    {"format":"callout-plan-problem/1","name":"small","now":25200,
     "travel":{"model":"haversine","earthRadiusM":6371008.8,"circuity":1.35,"speedMps":9.0,"legOverheadS":120},
     "weights":{"travel":10,"overtime":20,"balance":2,"late":[100,30,10,0],"unserved":[3600000,1080000,360000,180000],
                "notPreferred":6000,"changedTechnician":9000,"movedStart":3000,"movedStartToleranceS":900},
     "technicians":[
      {"id":"T1","start":[53.4,-2.99],"end":[53.4,-2.99],"shift":[28800,46800],"maxOvertimeS":3600,
       "break":{"durationS":1800,"earliest":39600,"latest":43200},"skills":{"hvac":2},"stock":{"filter":1},"priorWorkS":600},
      {"id":"T2","start":[53.45,-2.9],"end":[53.42,-2.95],"shift":[30000,46800],"maxOvertimeS":0,"break":null,
       "skills":{"hvac":1,"lift":1},"stock":{},"priorWorkS":0}],
     "jobs":[
      {"id":"A","at":[53.41,-2.98],"durationS":3600,"priority":1,"release":0,"due":29000,"windows":[[28800,36000]],
       "skills":{"hvac":2},"parts":{"filter":1},"preferred":[],"forbidden":[],"pinned":null},
      {"id":"B","at":[53.43,-2.93],"durationS":5400,"priority":2,"release":0,"due":null,
       "windows":[[28800,30000],[36000,43200]],"skills":{},"parts":{},"preferred":["T1"],"forbidden":[],"pinned":null},
      {"id":"C","at":[53.44,-2.91],"durationS":7200,"priority":3,"release":31000,"due":32000,"windows":[[28800,64800]],
       "skills":{"lift":1},"parts":{},"preferred":[],"forbidden":[],"pinned":"T2"},
      {"id":"D","at":[53.4,-2.99],"durationS":3600,"priority":4,"release":0,"due":null,"windows":[[28800,64800]],
       "skills":{},"parts":{"filter":1},"preferred":[],"forbidden":[],"pinned":null},
      {"id":"E","at":[53.39,-3.0],"durationS":1800,"priority":3,"release":0,"due":null,"windows":[[28800,64800]],
       "skills":{},"parts":{},"preferred":[],"forbidden":["T2"],"pinned":null}],
     "published":{"B":{"technician":"T1","start":36000},"E":{"technician":"T1","start":45000},"gone":{"technician":"T9","start":1}}}
    """

  /// Feasible: T1 does A and E with lunch after them, T2 does C and B; D has no filter left.
  static let solution = """
    {"format":"callout-plan-solution/1","problem":"small","routes":[
     {"technician":"T1","stops":[{"job":"A","start":29200},{"job":"E"},{"break":true,"start":39700}]},
     {"technician":"T2","stops":[{"job":"C","start":31000},{"job":"B"}]}],"unassigned":[{"job":"D"}]}
    """

  /// Breaks rules: a skill, a part, a window, the lunch, the way home.
  static let broken = """
    {"format":"callout-plan-solution/1","problem":"small","routes":[
     {"technician":"T1","stops":[{"job":"D"},{"job":"A"},{"job":"B","start":35000},{"job":"E","start":64000}]},
     {"technician":"T2","stops":[{"break":true},{"job":"C"},{"job":"C"}]}],"unassigned":[]}
    """
}
