extension Ground {
  /// A plan's routes in their order with the hours that cost least; lunch is where it is cheapest.
  ///
  /// A route that cannot be driven comes back without hours.
  public func hours(of plan: Plan) -> Plan {
    var timetable = Timetable(self)
    var timed = plan
    let sequences = sequences(of: plan)
    timed.routes = plan.routes.map { route in
      let one = crewRank[route.technician]
      guard let stops = timetable.stops(one, sequences[one]) else {
        return Plan.Route(technician: route.technician, stops: route.visits.map { Plan.Stop(visit: $0) })
      }
      return Plan.Route(technician: route.technician, stops: stops)
    }
    return timed
  }
}
