import Domain
import Terminal

/// Takes a message in and says what is to be done outside; the only way for the model to change.
public func update(_ model: inout Model, _ message: Message) -> [Effect] {
  let recent = model.recent
  let hadPopups = !model.popups.isEmpty
  var taken = take(message, into: &model)
  taken += model.askForCalls(hadPopups: hadPopups)
  if case .recent = message { return taken }
  if model.recent != recent { taken.append(.saveRecent(model.recent)) }
  model.remember(taken)
  let effects = model.numberPastAsked(model.withheld(model.kept(taken)))
  model.advanceTour()
  return model.past == nil ? effects : effects.map { $0.asked(asOf: model.past) }
}

private func take(_ message: Message, into model: inout Model) -> [Effect] {
  switch message {
  case .input(let input): return model.take(input)
  case .typed(let line): return model.take(line: line)
  case .resized(let size):
    model.resize(size)
    return []
  case .officeChanged(let office, let board) where model.past != nil:
    model.past?.office = office
    model.past?.board = board
    return []
  case .tick(let now, let board) where model.past != nil:
    model.past?.now = now
    model.past?.board = board
    model.versions.header &+= 1
    return []
  case .officeChanged(let office, let board):
    let before = model.windowTitle
    let known = model.office
    model.office = office
    model.board = board
    model.staleWall()
    model.boardChanged()
    model.sayRefused(since: known)
    return model.tellPopups(.changed) + model.titleEffects(unless: before) + model.faceEffects()
  case .tick(let now, let board):
    let before = model.windowTitle
    let day = model.office.today(at: model.now)
    model.now = now
    model.board = board
    model.dayMayHaveTurned(from: day)
    model.boardChanged()
    return model.tellPopups(.changed) + model.titleEffects(unless: before) + model.faceEffects()
  case .finished(let outcome, let origin): return model.finished(outcome, origin)
  case .suggested(let order, let candidates, let origin):
    return model.tell(origin, .suggested(order, candidates))
  case .answered(let answer, let origin): return model.answered(answer, origin)
  case .recalled(let order, let line): return model.recalled(order, line: line)
  case .toldAlready(let numbers): return model.offerCorrection(of: numbers)
  case .draftSaved: return model.tellPopups(.draftSaved)
  case .draftErased(let key):
    model.throwAway(key)
    return []
  case .history(let lines):
    model.lineHistory = lines
    return []
  case .views(let views):
    model.take(views)
    return model.tellPopups(.changed)
  case .recent(let orders):
    model.recent = orders
    return model.tellPopups(.changed)
  case .sessions(let sessions):
    model.sessions = sessions
    model.versions.header &+= 1
    return []
  case .consoles(let names):
    model.consoles = names
    return []
  case .link(let link):
    model.noteLink(link)
    return []
  case .reading(let failure):
    model.noteReading(failure)
    return []
  case .turn:
    if case .wall = model.face { model.turnWall() }
    return []
  case .clock(let note):
    model.clockNote = note
    model.versions.header &+= 1
    return []
  case .acting(let person): return model.acting(person)
  case .resume(let place): return model.resume(place)
  case .offerTour:
    model.offerTour()
    return []
  case .lock(let mayLeave):
    if mayLeave { model.lock(mayLeave: true) } else { model.lockIdleDesk() }
    return []
  case .failed(let failure, let origin):
    model.stopAwaitingPast(origin)
    model.say(.refused, Sentences.failure(failure, model))
    return []
  }
}
