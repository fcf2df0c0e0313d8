/// The words that keys are written as codes of: a code is a position, so the table is a promise.
///
/// Append only, never reorder or remove: every ledger in the field refers to these positions. A name that is
/// not here works all the same, as text. The first 192 take one byte, later ones two.
public enum CompactNames {
  public static let table: [String] = firstNames + laterNames

  /// New names go here, at the end.
  private static let laterNames: [String] = [
    "redoes", "automation", "raisePriority", "because", "over", "agreed", "priorityRaised", "ruleApplied",
    "prioritySetAt", "agreedPriority", "ruleMarks", "riseAfter", "switchedOff",
    "severitiesByRole", "pin", "pinVisit", "visitPinned",
    "messages", "tells", "waitsUntil", "why", "written", "recalled", "waitsAgain", "queued", "delivered",
    "byHand", "with", "sendMessage", "recallMessage", "reportMessage", "setTemplate", "templateSet",
    "templateRemoved", "messageWait", "party", "content", "changedAt",
    "alertChanged", "changeAlert", "alertLives", "raisedTo", "change",
    "breachExplained", "explainBreach", "breaches", "accessMissed", "evidence", "charges",
    "missedAccesses", "impact", "partDue", "complained", "complaintSettled", "complaintReopened",
    "takeComplaint", "settleComplaint", "restored", "escalateAfterP1",
    "ownFor", "roomFrom",
    "windowKind",
    "seenWithin", "seenWithinP1",
    "offerWithin", "offerWithinP1", "seeVisit", "postponeWorkOrder", "postponed", "postponedTo",
    "handover", "lineAdded", "lineRemoved", "changeHandover", "responseTargetPercent", "fixTargetPercent",
    "reportDispatch", "reportAnomaly", "wasSent",
    "setPIN", "pinSet", "pinRemoved", "standing",
    "showPhone", "phoneShown",
    "openDesk", "deskOpened", "deskOpenedAt", "learnedAt",
    "onlyUntouched", "replacingPriority", "replacingSkills",
    "holdRestored", "neverHeldSince", "toldBy", "road", "prefers", "refuses", "endingRestored", "forgets",
    "replacingHours", "isTentative", "pencilledIn",
    "submission", "answered", "epochs", "isLast", "acceptsClaims", "acceptedWarnings",
    "isJudgedTogether", "reversal", "settleConflict", "arose", "changed", "grew", "settled", "refusal",
    "lost", "answer",
    "setSendingRule", "sendingRuleSet", "sendingRuleRemoved", "sendingRule", "giveWork",
    "only", "gives", "ruledOut", "hasDeclined", "technicianAway", "siteClosed",
    "sending-rule",
    "refusedAt", "theirs",
    "leaseNumbers", "taken", "otherNumber",
    "eraseWords", "wordsErased", "texts",
    "returnForRework", "returnedForRework", "reworks",
    "helpers", "crewVisit", "visitCrewed",
    "deskTaken", "keeping", "unread",
    "thread", "useThread", "act", "say", "read", "said", "side", "through", "readByDesk", "readByTechnician",
    "signOffSeals", "signOffSealed", "proof", "wrongCode", "without",
    "readAlone", "readers", "provisionalEquipment",
    "chaseWorkOrder", "calledAgain",
    "usePart", "partUsed", "usedParts",
    "isFurther", "furtherVisitPlanned",
    "company", "callOut", "insured", "insuredUntil",
    "joined", "account", "copy",
    "unasked", "question", "approves",
    "otherTime",
    "ratings", "stars",
    "breakMoves",
    "takeBackStep", "stepTakenBack",
    "isUrgencyUnsaid", "spellings", "spelling", "heard",
    "facts", "counted",
    "takenBackAt", "notedAt", "keptFrom",
    "entered", "asTold", "awaitsEntry",
    "dayEnded"
  ]

  /// Only so many stand for data too (a choice such as `parts`, a key of a dictionary): what users write must
  /// never need a table that an older console does not have. Frozen with the first release.
  public static let valueCount = firstNames.count
}
