/// What a verb comes to: a change, a question, something to show, or a chore for the executable.
public enum Act: Sendable {
  case submit(Proposal)
  case ask(Query)
  case show(ViewAction)
  case chore(Chore)
}
