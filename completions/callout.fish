complete -c callout -f
complete -c callout -l db -r -d 'the console's database'
complete -c callout -l as -r -d 'who acts'
complete -c callout -l json -d 'answers as JSON'
complete -c callout -l tsv -d 'lists with tabs and a header'
complete -c callout -l dry-run -d 'says what would happen and changes nothing'
complete -c callout -l plain -d 'no colours, no frames'
complete -c callout -l no-color -d 'no colours'
complete -c callout -l yes -d 'accepts warnings'
complete -c callout -l each -d 'each order for itself, a refused one stops no other'
complete -c callout -l wait -d 'asks the office before it ends: status 1 where it refuses, 3 where it is not reached'
complete -c callout -l offline -d 'does not ask the office: what is done waits here'
complete -c callout -l override -r -d 'passes a rule that blocks, where the role may'
complete -c callout -l help -d 'says how'
complete -c callout -l version -d 'says which version'
complete -c callout -n __fish_use_subcommand -a log -d 'Log a call as a new work order; new says the same'
complete -c callout -n __fish_use_subcommand -a edit -d 'Change what an order says, field by field'
complete -c callout -n __fish_use_subcommand -a triage -d 'Settle trade, priority, skills and estimate'
complete -c callout -n __fish_use_subcommand -a priority -d 'Set the priority; against the proposal only with a reason'
complete -c callout -n __fish_use_subcommand -a flag -d 'Flag for follow-up, on a day or whenever'
complete -c callout -n __fish_use_subcommand -a claim -d 'Say that you work on an order; --off gives it free'
complete -c callout -n __fish_use_subcommand -a note -d 'Write something down about an order'
complete -c callout -n __fish_use_subcommand -a chase -d 'Count another call about an order, with what was said'
complete -c callout -n __fish_use_subcommand -a part -d 'Report a part that was used, and how many or how much of it'
complete -c callout -n __fish_use_subcommand -a attach -d 'Put a file with an order'
complete -c callout -n __fish_use_subcommand -a breach -d 'Say why a service-level clock was missed'
complete -c callout -n __fish_use_subcommand -a hold -d 'Put on hold, with the reason and when to look again'
complete -c callout -n __fish_use_subcommand -a release -d 'Let held work go on'
complete -c callout -n __fish_use_subcommand -a close -d 'Close done work and stamp its clocks'
complete -c callout -n __fish_use_subcommand -a reopen -d 'Take an ending back, with the reason'
complete -c callout -n __fish_use_subcommand -a approve -d 'Find done work right: it is closed as it was reported'
complete -c callout -n __fish_use_subcommand -a rework -d 'Send done work back, with the reason: it waits in the queue again'
complete -c callout -n __fish_use_subcommand -a cancel -d 'Call work off for good, with the reason and the fee'
complete -c callout -n __fish_use_subcommand -a duplicate -d 'End an order as a duplicate of another'
complete -c callout -n __fish_use_subcommand -a message -d 'Write to the customer or the technician; --dry-run shows it first'
complete -c callout -n __fish_use_subcommand -a messages -d 'List what was sent to whom, when, by which rule, and how it fared'
complete -c callout -n __fish_use_subcommand -a say -d 'Say something inside about an order, desk to technician or back'
complete -c callout -n __fish_use_subcommand -a read -d 'Mark what the other side has said about an order as read'
complete -c callout -n __fish_use_subcommand -a alerts -d 'List what somebody must look at, the next step first'
complete -c callout -n __fish_use_subcommand -a alert -d 'alert add, edit and so on'
complete -c callout -n __fish_use_subcommand -a assign -d 'Give work to a technician, or to the best who can'
complete -c callout -n __fish_use_subcommand -a unassign -d 'Take work back into the queue'
complete -c callout -n __fish_use_subcommand -a postpone -d 'Put work off to another day and tell its customers, as one step'
complete -c callout -n __fish_use_subcommand -a move -d 'Move a visit in time, change its length, or hand it on'
complete -c callout -n __fish_use_subcommand -a push -d 'Move all later visits of a technician\'s day; what is pinned holds'
complete -c callout -n __fish_use_subcommand -a pin -d 'Pin the time of a visit, its technician, both or none'
complete -c callout -n __fish_use_subcommand -a crew -d 'Send somebody along to a visit, beside its technician'
complete -c callout -n __fish_use_subcommand -a visit -d 'Plan a further visit of an order beside the one in hand'
complete -c callout -n __fish_use_subcommand -a window -d 'Promise the customer a time: exact, hours, am, pm, after hours, flexible'
complete -c callout -n __fish_use_subcommand -a plan -d 'Plan the day of a problem file, or explain an order of the office'
complete -c callout -n __fish_use_subcommand -a replan -d 'Plan anew what is in trouble: somebody away or late, urgent work'
complete -c callout -n __fish_use_subcommand -a optimise -d 'Find a better order for a technician\'s visits; shown first'
complete -c callout -n __fish_use_subcommand -a fits -d 'Show where an order fits into everybody\'s day'
complete -c callout -n __fish_use_subcommand -a fill -d 'Find waiting work for a technician\'s free time; shown first'
complete -c callout -n __fish_use_subcommand -a together -d 'Give an order and the waiting work near it to one technician'
complete -c callout -n __fish_use_subcommand -a dispatch -d 'Tell the technician now, or all of them what a day holds; no undo'
complete -c callout -n __fish_use_subcommand -a seen -d 'Report that the technician has seen it; accepting is another step'
complete -c callout -n __fish_use_subcommand -a accept -d 'Say yes to a visit'
complete -c callout -n __fish_use_subcommand -a decline -d 'Say no to a visit, with the reason'
complete -c callout -n __fish_use_subcommand -a travel -d 'Set off to the site'
complete -c callout -n __fish_use_subcommand -a on-site -d 'Arrive on site'
complete -c callout -n __fish_use_subcommand -a complete -d 'Report the work of a visit as done'
complete -c callout -n __fish_use_subcommand -a not-done -d 'Report a visit that ended without the work done'
complete -c callout -n __fish_use_subcommand -a step-back -d 'Take back the last step that was a slip: accepted, travelling, on site'
complete -c callout -n __fish_use_subcommand -a status -d 'Set a technician available, on break, off or unavailable'
complete -c callout -n __fish_use_subcommand -a shift -d 'Set the working week, or the hours of single days'
complete -c callout -n __fish_use_subcommand -a absence -d 'Note when a technician is away, or take it back'
complete -c callout -n __fish_use_subcommand -a on-call -d 'Say who answers out of hours, or take a turn back'
complete -c callout -n __fish_use_subcommand -a day -d 'Show a technician\'s day sheet'
complete -c callout -n __fish_use_subcommand -a gaps -d 'List who has time left on a day, and who has too much'
complete -c callout -n __fish_use_subcommand -a forecast -d 'Show the coming days\' work against the time for it, by day and trade'
complete -c callout -n __fish_use_subcommand -a technician -d 'technician add, edit and so on'
complete -c callout -n __fish_use_subcommand -a show-phone -d 'Show a technician\'s telephone number; that is recorded'
complete -c callout -n __fish_use_subcommand -a people -d 'List who may act here, with role, technician, status and PIN'
complete -c callout -n __fish_use_subcommand -a person -d 'person add, edit and so on'
complete -c callout -n __fish_use_subcommand -a i-am -d 'Act as this person from now on'
complete -c callout -n __fish_use_subcommand -a tour -d 'Two minutes through the four panes, changing nothing'
complete -c callout -n __fish_use_subcommand -a lock -d 'Lock the desk: a PIN opens it again'
complete -c callout -n __fish_use_subcommand -a may -d 'Ask whether a person may do something'
complete -c callout -n __fish_use_subcommand -a customer -d 'customer add, edit and so on'
complete -c callout -n __fish_use_subcommand -a complaint -d 'Record a customer\'s complaint; alert resolve settles it'
complete -c callout -n __fish_use_subcommand -a site -d 'site add, edit and so on'
complete -c callout -n __fish_use_subcommand -a show-code -d 'Show a site\'s access code; that is recorded'
complete -c callout -n __fish_use_subcommand -a equipment -d 'equipment add, edit and so on'
complete -c callout -n __fish_use_subcommand -a contract -d 'contract add, edit and so on'
complete -c callout -n __fish_use_subcommand -a init -d 'Begin an office in a new file'
complete -c callout -n __fish_use_subcommand -a setup -d 'Guide through a new office, step by step'
complete -c callout -n __fish_use_subcommand -a demo -d 'Make up a day and open the console on it; --live lets it go on'
complete -c callout -n __fish_use_subcommand -a office -d 'office add, edit and so on'
complete -c callout -n __fish_use_subcommand -a handover -d 'Show what the next shift must know, made from the record'
complete -c callout -n __fish_use_subcommand -a counters -d 'Show the shift\'s figures, each with its definition and arithmetic'
complete -c callout -n __fish_use_subcommand -a rules -d 'Show what the office does by itself, or switch a rule on or off'
complete -c callout -n __fish_use_subcommand -a tick -d 'Do what the office\'s rules have to do now, as every open console does'
complete -c callout -n __fish_use_subcommand -a template -d 'template add, edit and so on'
complete -c callout -n __fish_use_subcommand -a sending-rule -d 'sending-rule add, edit and so on'
complete -c callout -n __fish_use_subcommand -a enrol -d 'Make a code that a person\'s console can join with, once'
complete -c callout -n __fish_use_subcommand -a join -d 'Join an office with a code, into a file that does not exist yet'
complete -c callout -n __fish_use_subcommand -a sync -d 'Send what waits to the office now, and take in what is new'
complete -c callout -n __fish_use_subcommand -a serve -d 'Serve this office to its consoles until it is stopped'
complete -c callout -n __fish_use_subcommand -a consoles -d 'List who is at which console, since when, and when last seen'
complete -c callout -n __fish_use_subcommand -a conflicts -d 'List what consoles wanted and the office refused'
complete -c callout -n __fish_use_subcommand -a settle -d 'Keep what the office has, or do what it refused all the same'
complete -c callout -n __fish_use_subcommand -a list -d 'List rows of one kind, narrowed by words or NAME:VALUE'
complete -c callout -n __fish_use_subcommand -a morning -d 'Show the backlog against the day\'s hours, and what does not fit'
complete -c callout -n __fish_use_subcommand -a show -d 'Show all that is known of an order'
complete -c callout -n __fish_use_subcommand -a open -d 'Open an order; a bare number goes to it'
complete -c callout -n __fish_use_subcommand -a history -d 'Show who changed what, when and from where'
complete -c callout -n __fish_use_subcommand -a why -d 'Say how a field came to be what it is: each change, and its rule'
complete -c callout -n __fish_use_subcommand -a recent -d 'List the orders you looked at, the last one first'
complete -c callout -n __fish_use_subcommand -a follow-ups -d 'List the orders flagged for follow-up, what is due first'
complete -c callout -n __fish_use_subcommand -a review -d 'List done work that awaits review, done longest ago first'
complete -c callout -n __fish_use_subcommand -a find -d 'Find orders by a word, ended ones too'
complete -c callout -n __fish_use_subcommand -a ledger -d 'Print the ledger\'s entries after a number'
complete -c callout -n __fish_use_subcommand -a audit -d 'Show everything that was done, by whom, from where, before and after'
complete -c callout -n __fish_use_subcommand -a at -d 'Show everything as it was known at a time; nothing can be changed there'
complete -c callout -n __fish_use_subcommand -a maps -d 'List the built-in import maps, or print one'
complete -c callout -n __fish_use_subcommand -a config -d 'Print the settings in force and where each came from'
complete -c callout -n __fish_use_subcommand -a view -d 'Show a pane by a saved view, or list the views'
complete -c callout -n __fish_use_subcommand -a undo -d 'Take an action back by name; facts are corrected, not undone'
complete -c callout -n __fish_use_subcommand -a redo -d 'Do again what you undid last, unless you have acted since'
complete -c callout -n __fish_use_subcommand -a health -d 'Show how the file is: size, entries, last backup'
complete -c callout -n __fish_use_subcommand -a help -d 'Say how, of one verb or of all'
complete -c callout -n __fish_use_subcommand -a quit -d 'Leave the console'
complete -c callout -n __fish_use_subcommand -a board -d 'Show the day on the wall: large figures, turning pages, work to approve'
complete -c callout -n __fish_use_subcommand -a tech -d 'Show a technician his own work, one key for each step, also on a phone'
complete -c callout -n __fish_use_subcommand -a call -d 'Take calls, several at once: what was begun, what is on record'
complete -c callout -n __fish_use_subcommand -a import -d 'Import work orders, customers, sites, equipment or technicians'
complete -c callout -n __fish_use_subcommand -a export -d 'Export rows as CSV or JSON'
complete -c callout -n __fish_use_subcommand -a replay -d 'Play a recorded day into a sandbox of its own'
complete -c callout -n __fish_use_subcommand -a check -d 'Check the ledger, the rows and the file'
complete -c callout -n __fish_use_subcommand -a rebuild -d 'Make the rows anew from the ledger'
complete -c callout -n __fish_use_subcommand -a backup -d 'Make a verified copy while work goes on'
complete -c callout -n __fish_use_subcommand -a restore -d 'Make a database from a backup, in a new file'
complete -c callout -n __fish_use_subcommand -a keys -d 'Check a keymap file, or print the keymap in force'
complete -c callout -n __fish_use_subcommand -a themes -d 'List the themes, or check a theme file'
complete -c callout -n __fish_use_subcommand -a outbox -d 'Hand over the messages that are due; open consoles do it by themselves'
complete -c callout -n '__fish_seen_subcommand_from message' -a 'recall'
complete -c callout -n '__fish_seen_subcommand_from message' -a 'delivered'
complete -c callout -n '__fish_seen_subcommand_from message' -a 'failed'
complete -c callout -n '__fish_seen_subcommand_from alert' -a 'own'
complete -c callout -n '__fish_seen_subcommand_from alert' -a 'give'
complete -c callout -n '__fish_seen_subcommand_from alert' -a 'snooze'
complete -c callout -n '__fish_seen_subcommand_from alert' -a 'resolve'
complete -c callout -n '__fish_seen_subcommand_from plan' -a 'day'
complete -c callout -n '__fish_seen_subcommand_from plan' -a 'try'
complete -c callout -n '__fish_seen_subcommand_from technician' -a 'add'
complete -c callout -n '__fish_seen_subcommand_from technician' -a 'edit'
complete -c callout -n '__fish_seen_subcommand_from technician' -a 'deactivate'
complete -c callout -n '__fish_seen_subcommand_from technician' -a 'show'
complete -c callout -n '__fish_seen_subcommand_from person' -a 'add'
complete -c callout -n '__fish_seen_subcommand_from person' -a 'edit'
complete -c callout -n '__fish_seen_subcommand_from person' -a 'pin'
complete -c callout -n '__fish_seen_subcommand_from person' -a 'erase'
complete -c callout -n '__fish_seen_subcommand_from customer' -a 'add'
complete -c callout -n '__fish_seen_subcommand_from customer' -a 'edit'
complete -c callout -n '__fish_seen_subcommand_from customer' -a 'show'
complete -c callout -n '__fish_seen_subcommand_from customer' -a 'erase'
complete -c callout -n '__fish_seen_subcommand_from site' -a 'add'
complete -c callout -n '__fish_seen_subcommand_from site' -a 'edit'
complete -c callout -n '__fish_seen_subcommand_from site' -a 'show'
complete -c callout -n '__fish_seen_subcommand_from equipment' -a 'add'
complete -c callout -n '__fish_seen_subcommand_from equipment' -a 'edit'
complete -c callout -n '__fish_seen_subcommand_from equipment' -a 'show'
complete -c callout -n '__fish_seen_subcommand_from contract' -a 'add'
complete -c callout -n '__fish_seen_subcommand_from contract' -a 'edit'
complete -c callout -n '__fish_seen_subcommand_from contract' -a 'show'
complete -c callout -n '__fish_seen_subcommand_from office' -a 'set'
complete -c callout -n '__fish_seen_subcommand_from office' -a 'trade'
complete -c callout -n '__fish_seen_subcommand_from office' -a 'show'
complete -c callout -n '__fish_seen_subcommand_from office' -a 'start'
complete -c callout -n '__fish_seen_subcommand_from handover' -a 'add'
complete -c callout -n '__fish_seen_subcommand_from handover' -a 'drop'
complete -c callout -n '__fish_seen_subcommand_from handover' -a 'read'
complete -c callout -n '__fish_seen_subcommand_from handover' -a 'take'
complete -c callout -n '__fish_seen_subcommand_from template' -a 'list'
complete -c callout -n '__fish_seen_subcommand_from template' -a 'show'
complete -c callout -n '__fish_seen_subcommand_from template' -a 'set'
complete -c callout -n '__fish_seen_subcommand_from sending-rule' -a 'set'
complete -c callout -n '__fish_seen_subcommand_from sending-rule' -a 'remove'
complete -c callout -n '__fish_seen_subcommand_from consoles' -a 'revoke'
complete -c callout -n '__fish_seen_subcommand_from log' -a 'P1'
complete -c callout -n '__fish_seen_subcommand_from log' -a 'P2'
complete -c callout -n '__fish_seen_subcommand_from log' -a 'P3'
complete -c callout -n '__fish_seen_subcommand_from log' -a 'P4'
complete -c callout -n '__fish_seen_subcommand_from log' -l caller
complete -c callout -n '__fish_seen_subcommand_from log' -l trade
complete -c callout -n '__fish_seen_subcommand_from log' -l equipment
complete -c callout -n '__fish_seen_subcommand_from log' -l customer
complete -c callout -n '__fish_seen_subcommand_from log' -l urgency
complete -c callout -n '__fish_seen_subcommand_from log' -a 'now'
complete -c callout -n '__fish_seen_subcommand_from log' -a 'today'
complete -c callout -n '__fish_seen_subcommand_from log' -a 'soon'
complete -c callout -n '__fish_seen_subcommand_from log' -a 'whenever'
complete -c callout -n '__fish_seen_subcommand_from log' -l source
complete -c callout -n '__fish_seen_subcommand_from log' -a 'phone'
complete -c callout -n '__fish_seen_subcommand_from log' -a 'mail'
complete -c callout -n '__fish_seen_subcommand_from log' -a 'portal'
complete -c callout -n '__fish_seen_subcommand_from log' -a 'form'
complete -c callout -n '__fish_seen_subcommand_from log' -a 'internal'
complete -c callout -n '__fish_seen_subcommand_from log' -a 'sensor'
complete -c callout -n '__fish_seen_subcommand_from log' -a 'recurring'
complete -c callout -n '__fish_seen_subcommand_from log' -a 'import'
complete -c callout -n '__fish_seen_subcommand_from log' -l service
complete -c callout -n '__fish_seen_subcommand_from log' -a 'reactive'
complete -c callout -n '__fish_seen_subcommand_from log' -a 'planned'
complete -c callout -n '__fish_seen_subcommand_from log' -a 'inspection'
complete -c callout -n '__fish_seen_subcommand_from log' -a 'installation'
complete -c callout -n '__fish_seen_subcommand_from log' -l impact
complete -c callout -n '__fish_seen_subcommand_from log' -a 'critical'
complete -c callout -n '__fish_seen_subcommand_from log' -a 'normal'
complete -c callout -n '__fish_seen_subcommand_from log' -a 'cosmetic'
complete -c callout -n '__fish_seen_subcommand_from log' -l category
complete -c callout -n '__fish_seen_subcommand_from log' -l description
complete -c callout -n '__fish_seen_subcommand_from log' -l estimate
complete -c callout -n '__fish_seen_subcommand_from log' -l nte
complete -c callout -n '__fish_seen_subcommand_from log' -l skill
complete -c callout -n '__fish_seen_subcommand_from log' -l window
complete -c callout -n '__fish_seen_subcommand_from log' -l reference
complete -c callout -n '__fish_seen_subcommand_from log' -l ended
complete -c callout -n '__fish_seen_subcommand_from log' -a 'advice'
complete -c callout -n '__fish_seen_subcommand_from log' -a 'notOurs'
complete -c callout -n '__fish_seen_subcommand_from log' -a 'wrongNumber'
complete -c callout -n '__fish_seen_subcommand_from log' -l not-asked
complete -c callout -n '__fish_seen_subcommand_from log' -l strict
complete -c callout -n '__fish_seen_subcommand_from edit' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from edit' -a 'summary='
complete -c callout -n '__fish_seen_subcommand_from edit' -a 'description='
complete -c callout -n '__fish_seen_subcommand_from edit' -a 'category='
complete -c callout -n '__fish_seen_subcommand_from edit' -a 'trade='
complete -c callout -n '__fish_seen_subcommand_from edit' -a 'service='
complete -c callout -n '__fish_seen_subcommand_from edit' -a 'urgency='
complete -c callout -n '__fish_seen_subcommand_from edit' -a 'skills='
complete -c callout -n '__fish_seen_subcommand_from edit' -a 'estimate='
complete -c callout -n '__fish_seen_subcommand_from edit' -a 'window='
complete -c callout -n '__fish_seen_subcommand_from edit' -a 'nte='
complete -c callout -n '__fish_seen_subcommand_from edit' -a 'customer='
complete -c callout -n '__fish_seen_subcommand_from edit' -a 'site='
complete -c callout -n '__fish_seen_subcommand_from edit' -a 'equipment='
complete -c callout -n '__fish_seen_subcommand_from edit' -a 'reference='
complete -c callout -n '__fish_seen_subcommand_from edit' -a 'impact='
complete -c callout -n '__fish_seen_subcommand_from edit' -a 'rating='
complete -c callout -n '__fish_seen_subcommand_from triage' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from triage' -l trade
complete -c callout -n '__fish_seen_subcommand_from triage' -l priority
complete -c callout -n '__fish_seen_subcommand_from triage' -a 'P1'
complete -c callout -n '__fish_seen_subcommand_from triage' -a 'P2'
complete -c callout -n '__fish_seen_subcommand_from triage' -a 'P3'
complete -c callout -n '__fish_seen_subcommand_from triage' -a 'P4'
complete -c callout -n '__fish_seen_subcommand_from triage' -l reason
complete -c callout -n '__fish_seen_subcommand_from triage' -l skill
complete -c callout -n '__fish_seen_subcommand_from triage' -l estimate
complete -c callout -n '__fish_seen_subcommand_from triage' -l category
complete -c callout -n '__fish_seen_subcommand_from triage' -l nte
complete -c callout -n '__fish_seen_subcommand_from triage' -l service
complete -c callout -n '__fish_seen_subcommand_from triage' -a 'reactive'
complete -c callout -n '__fish_seen_subcommand_from triage' -a 'planned'
complete -c callout -n '__fish_seen_subcommand_from triage' -a 'inspection'
complete -c callout -n '__fish_seen_subcommand_from triage' -a 'installation'
complete -c callout -n '__fish_seen_subcommand_from priority' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from priority' -a 'P1'
complete -c callout -n '__fish_seen_subcommand_from priority' -a 'P2'
complete -c callout -n '__fish_seen_subcommand_from priority' -a 'P3'
complete -c callout -n '__fish_seen_subcommand_from priority' -a 'P4'
complete -c callout -n '__fish_seen_subcommand_from priority' -l reason
complete -c callout -n '__fish_seen_subcommand_from flag' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from flag' -l until
complete -c callout -n '__fish_seen_subcommand_from flag' -l off
complete -c callout -n '__fish_seen_subcommand_from claim' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from claim' -l off
complete -c callout -n '__fish_seen_subcommand_from claim' -l take
complete -c callout -n '__fish_seen_subcommand_from note' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from chase' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from chase' -l caller
complete -c callout -n '__fish_seen_subcommand_from chase' -l source
complete -c callout -n '__fish_seen_subcommand_from chase' -a 'phone'
complete -c callout -n '__fish_seen_subcommand_from chase' -a 'mail'
complete -c callout -n '__fish_seen_subcommand_from chase' -a 'portal'
complete -c callout -n '__fish_seen_subcommand_from chase' -a 'form'
complete -c callout -n '__fish_seen_subcommand_from chase' -a 'internal'
complete -c callout -n '__fish_seen_subcommand_from chase' -a 'sensor'
complete -c callout -n '__fish_seen_subcommand_from chase' -a 'recurring'
complete -c callout -n '__fish_seen_subcommand_from chase' -a 'import'
complete -c callout -n '__fish_seen_subcommand_from part' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from part' -l count
complete -c callout -n '__fish_seen_subcommand_from attach' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from breach' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from breach' -a 'nobody-free'
complete -c callout -n '__fish_seen_subcommand_from breach' -a 'overrun'
complete -c callout -n '__fish_seen_subcommand_from breach' -a 'travel'
complete -c callout -n '__fish_seen_subcommand_from breach' -a 'parts'
complete -c callout -n '__fish_seen_subcommand_from breach' -a 'access'
complete -c callout -n '__fish_seen_subcommand_from breach' -a 'customer'
complete -c callout -n '__fish_seen_subcommand_from breach' -a 'wrong-priority'
complete -c callout -n '__fish_seen_subcommand_from breach' -a 'vendor'
complete -c callout -n '__fish_seen_subcommand_from breach' -a 'other'
complete -c callout -n '__fish_seen_subcommand_from breach' -l clock
complete -c callout -n '__fish_seen_subcommand_from breach' -a 'response'
complete -c callout -n '__fish_seen_subcommand_from breach' -a 'fix'
complete -c callout -n '__fish_seen_subcommand_from breach' -l note
complete -c callout -n '__fish_seen_subcommand_from hold' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from hold' -a '(callout list people --tsv 2>/dev/null | tail -n +2 | cut -f 1)'
complete -c callout -n '__fish_seen_subcommand_from hold' -a 'parts'
complete -c callout -n '__fish_seen_subcommand_from hold' -a 'customer'
complete -c callout -n '__fish_seen_subcommand_from hold' -a 'approval'
complete -c callout -n '__fish_seen_subcommand_from hold' -a 'access'
complete -c callout -n '__fish_seen_subcommand_from hold' -a 'escalated'
complete -c callout -n '__fish_seen_subcommand_from hold' -a 'weather'
complete -c callout -n '__fish_seen_subcommand_from hold' -a 'vendor'
complete -c callout -n '__fish_seen_subcommand_from hold' -l review
complete -c callout -n '__fish_seen_subcommand_from hold' -l part-due
complete -c callout -n '__fish_seen_subcommand_from hold' -l next
complete -c callout -n '__fish_seen_subcommand_from hold' -l options
complete -c callout -n '__fish_seen_subcommand_from hold' -l owner
complete -c callout -n '__fish_seen_subcommand_from hold' -l quiet
complete -c callout -n '__fish_seen_subcommand_from release' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from close' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from reopen' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from approve' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from rework' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from cancel' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from cancel' -a 'customer'
complete -c callout -n '__fish_seen_subcommand_from cancel' -a 'duplicate'
complete -c callout -n '__fish_seen_subcommand_from cancel' -a 'weather'
complete -c callout -n '__fish_seen_subcommand_from cancel' -a 'noAccess'
complete -c callout -n '__fish_seen_subcommand_from cancel' -a 'notNeeded'
complete -c callout -n '__fish_seen_subcommand_from cancel' -a 'other'
complete -c callout -n '__fish_seen_subcommand_from cancel' -a 'advice'
complete -c callout -n '__fish_seen_subcommand_from cancel' -a 'notOurs'
complete -c callout -n '__fish_seen_subcommand_from cancel' -a 'wrongNumber'
complete -c callout -n '__fish_seen_subcommand_from cancel' -l quiet
complete -c callout -n '__fish_seen_subcommand_from duplicate' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from message' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from message' -l to
complete -c callout -n '__fish_seen_subcommand_from messages' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from say' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from read' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from alert; and __fish_seen_subcommand_from own' -l off
complete -c callout -n '__fish_seen_subcommand_from alert; and __fish_seen_subcommand_from give' -a '(callout list people --tsv 2>/dev/null | tail -n +2 | cut -f 1)'
complete -c callout -n '__fish_seen_subcommand_from alert; and __fish_seen_subcommand_from snooze' -a '15m'
complete -c callout -n '__fish_seen_subcommand_from alert; and __fish_seen_subcommand_from snooze' -a '30m'
complete -c callout -n '__fish_seen_subcommand_from alert; and __fish_seen_subcommand_from snooze' -a '1h'
complete -c callout -n '__fish_seen_subcommand_from assign' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from assign' -a '(callout list technicians --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from assign' -a '@best'
complete -c callout -n '__fish_seen_subcommand_from assign' -l length
complete -c callout -n '__fish_seen_subcommand_from assign' -l tentative
complete -c callout -n '__fish_seen_subcommand_from unassign' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from postpone' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from postpone' -l quiet
complete -c callout -n '__fish_seen_subcommand_from move' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from move' -a '(callout list technicians --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from move' -l length
complete -c callout -n '__fish_seen_subcommand_from move' -l quiet
complete -c callout -n '__fish_seen_subcommand_from push' -a '(callout list technicians --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from push' -l from
complete -c callout -n '__fish_seen_subcommand_from pin' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from pin' -a 'time'
complete -c callout -n '__fish_seen_subcommand_from pin' -a 'technician'
complete -c callout -n '__fish_seen_subcommand_from pin' -a 'both'
complete -c callout -n '__fish_seen_subcommand_from pin' -a 'none'
complete -c callout -n '__fish_seen_subcommand_from crew' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from crew' -a '(callout list technicians --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from crew' -l as
complete -c callout -n '__fish_seen_subcommand_from crew' -l off
complete -c callout -n '__fish_seen_subcommand_from visit' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from visit' -a '(callout list technicians --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from visit' -l length
complete -c callout -n '__fish_seen_subcommand_from visit' -l change
complete -c callout -n '__fish_seen_subcommand_from visit' -l drop
complete -c callout -n '__fish_seen_subcommand_from window' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from plan; and __fish_seen_subcommand_from day' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from plan; and __fish_seen_subcommand_from day' -l take
complete -c callout -n '__fish_seen_subcommand_from plan; and __fish_seen_subcommand_from day' -l drop
complete -c callout -n '__fish_seen_subcommand_from plan; and __fish_seen_subcommand_from day' -l give
complete -c callout -n '__fish_seen_subcommand_from plan; and __fish_seen_subcommand_from day' -l seen
complete -c callout -n '__fish_seen_subcommand_from plan; and __fish_seen_subcommand_from try' -l at
complete -c callout -n '__fish_seen_subcommand_from replan' -a '(callout list technicians --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from replan' -l because
complete -c callout -n '__fish_seen_subcommand_from replan' -a 'away'
complete -c callout -n '__fish_seen_subcommand_from replan' -a 'late'
complete -c callout -n '__fish_seen_subcommand_from replan' -a 'urgent'
complete -c callout -n '__fish_seen_subcommand_from replan' -l by
complete -c callout -n '__fish_seen_subcommand_from replan' -l take
complete -c callout -n '__fish_seen_subcommand_from replan' -l drop
complete -c callout -n '__fish_seen_subcommand_from replan' -l give
complete -c callout -n '__fish_seen_subcommand_from replan' -l seen
complete -c callout -n '__fish_seen_subcommand_from optimise' -a '(callout list technicians --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from optimise' -l with
complete -c callout -n '__fish_seen_subcommand_from optimise' -l take
complete -c callout -n '__fish_seen_subcommand_from optimise' -l drop
complete -c callout -n '__fish_seen_subcommand_from optimise' -l give
complete -c callout -n '__fish_seen_subcommand_from optimise' -l seen
complete -c callout -n '__fish_seen_subcommand_from fits' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from fill' -a '(callout list technicians --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from fill' -l take
complete -c callout -n '__fish_seen_subcommand_from fill' -l drop
complete -c callout -n '__fish_seen_subcommand_from fill' -l give
complete -c callout -n '__fish_seen_subcommand_from fill' -l seen
complete -c callout -n '__fish_seen_subcommand_from together' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from together' -l take
complete -c callout -n '__fish_seen_subcommand_from together' -l drop
complete -c callout -n '__fish_seen_subcommand_from together' -l give
complete -c callout -n '__fish_seen_subcommand_from together' -l seen
complete -c callout -n '__fish_seen_subcommand_from dispatch' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from dispatch' -l day
complete -c callout -n '__fish_seen_subcommand_from dispatch' -l by
complete -c callout -n '__fish_seen_subcommand_from dispatch' -a 'phone'
complete -c callout -n '__fish_seen_subcommand_from dispatch' -a 'message'
complete -c callout -n '__fish_seen_subcommand_from seen' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from accept' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from decline' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from travel' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from on-site' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from complete' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from complete' -l cause
complete -c callout -n '__fish_seen_subcommand_from complete' -l resolution
complete -c callout -n '__fish_seen_subcommand_from complete' -l work
complete -c callout -n '__fish_seen_subcommand_from complete' -l travel
complete -c callout -n '__fish_seen_subcommand_from complete' -l part
complete -c callout -n '__fish_seen_subcommand_from complete' -l cost
complete -c callout -n '__fish_seen_subcommand_from complete' -l signed-by
complete -c callout -n '__fish_seen_subcommand_from complete' -l unsigned
complete -c callout -n '__fish_seen_subcommand_from complete' -l code
complete -c callout -n '__fish_seen_subcommand_from complete' -l no-code
complete -c callout -n '__fish_seen_subcommand_from complete' -l rating
complete -c callout -n '__fish_seen_subcommand_from not-done' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from not-done' -l next
complete -c callout -n '__fish_seen_subcommand_from not-done' -l no-access
complete -c callout -n '__fish_seen_subcommand_from not-done' -l charge
complete -c callout -n '__fish_seen_subcommand_from step-back' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from status' -a '(callout list technicians --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from status' -a 'available'
complete -c callout -n '__fish_seen_subcommand_from status' -a 'break'
complete -c callout -n '__fish_seen_subcommand_from status' -a 'off'
complete -c callout -n '__fish_seen_subcommand_from status' -a 'unavailable'
complete -c callout -n '__fish_seen_subcommand_from shift' -a '(callout list technicians --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from absence' -a '(callout list technicians --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from absence' -l remove
complete -c callout -n '__fish_seen_subcommand_from on-call' -a '(callout list technicians --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from on-call' -l trade
complete -c callout -n '__fish_seen_subcommand_from on-call' -l remove
complete -c callout -n '__fish_seen_subcommand_from day' -a '(callout list technicians --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from forecast' -l days
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from add' -l handle
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from add' -l skill
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from add' -l zone
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from add' -l team
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from add' -l home
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from add' -l phone
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from add' -l shift
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from add' -l breaks
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from edit' -a '(callout list technicians --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from edit' -a 'name='
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from edit' -a 'handle='
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from edit' -a 'phone='
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from edit' -a 'zone='
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from edit' -a 'team='
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from edit' -a 'home='
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from edit' -a 'breaks='
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from edit' -a 'toldBy='
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from edit' -a 'company='
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from edit' -a 'rate='
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from edit' -a 'callOut='
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from edit' -a 'insured='
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from edit' -l skill
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from edit' -l shift
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from edit' -l reactivate
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from deactivate' -a '(callout list technicians --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from technician; and __fish_seen_subcommand_from show' -a '(callout list technicians --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from show-phone' -a '(callout list technicians --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from people' -l filter
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from add' -a '(callout list technicians --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from add' -l handle
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from add' -l role
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from add' -a 'owner'
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from add' -a 'dispatcher'
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from add' -a 'supervisor'
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from add' -a 'technician'
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from add' -a 'helpdesk'
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from add' -a 'auditor'
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from add' -a 'parts'
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from add' -a 'billing'
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from add' -a 'quality'
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from add' -l phone
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from add' -l technician
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from add' -l team
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from edit' -a '(callout list people --tsv 2>/dev/null | tail -n +2 | cut -f 1)'
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from edit' -a 'handle='
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from edit' -a 'name='
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from edit' -a 'role='
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from edit' -a 'phone='
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from edit' -a 'status='
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from edit' -a 'team='
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from pin' -a '(callout list people --tsv 2>/dev/null | tail -n +2 | cut -f 1)'
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from pin' -l off
complete -c callout -n '__fish_seen_subcommand_from i-am' -a '(callout list people --tsv 2>/dev/null | tail -n +2 | cut -f 1)'
complete -c callout -n '__fish_seen_subcommand_from may' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from may' -a '(callout list people --tsv 2>/dev/null | tail -n +2 | cut -f 1)'
complete -c callout -n '__fish_seen_subcommand_from customer; and __fish_seen_subcommand_from add' -l tier
complete -c callout -n '__fish_seen_subcommand_from customer; and __fish_seen_subcommand_from add' -a 'gold'
complete -c callout -n '__fish_seen_subcommand_from customer; and __fish_seen_subcommand_from add' -a 'silver'
complete -c callout -n '__fish_seen_subcommand_from customer; and __fish_seen_subcommand_from add' -a 'standard'
complete -c callout -n '__fish_seen_subcommand_from customer; and __fish_seen_subcommand_from add' -l parent
complete -c callout -n '__fish_seen_subcommand_from customer; and __fish_seen_subcommand_from add' -l contract
complete -c callout -n '__fish_seen_subcommand_from customer; and __fish_seen_subcommand_from add' -l phone
complete -c callout -n '__fish_seen_subcommand_from customer; and __fish_seen_subcommand_from add' -l contact
complete -c callout -n '__fish_seen_subcommand_from customer; and __fish_seen_subcommand_from add' -l preferences
complete -c callout -n '__fish_seen_subcommand_from customer; and __fish_seen_subcommand_from add' -l prefers
complete -c callout -n '__fish_seen_subcommand_from customer; and __fish_seen_subcommand_from add' -l refuses
complete -c callout -n '__fish_seen_subcommand_from customer; and __fish_seen_subcommand_from edit' -a 'name='
complete -c callout -n '__fish_seen_subcommand_from customer; and __fish_seen_subcommand_from edit' -a 'tier='
complete -c callout -n '__fish_seen_subcommand_from customer; and __fish_seen_subcommand_from edit' -a 'parent='
complete -c callout -n '__fish_seen_subcommand_from customer; and __fish_seen_subcommand_from edit' -a 'contract='
complete -c callout -n '__fish_seen_subcommand_from customer; and __fish_seen_subcommand_from edit' -a 'phone='
complete -c callout -n '__fish_seen_subcommand_from customer; and __fish_seen_subcommand_from edit' -a 'contact='
complete -c callout -n '__fish_seen_subcommand_from customer; and __fish_seen_subcommand_from edit' -a 'preferences='
complete -c callout -n '__fish_seen_subcommand_from customer; and __fish_seen_subcommand_from edit' -a 'credit='
complete -c callout -n '__fish_seen_subcommand_from customer; and __fish_seen_subcommand_from edit' -a 'language='
complete -c callout -n '__fish_seen_subcommand_from customer; and __fish_seen_subcommand_from edit' -a 'prefers='
complete -c callout -n '__fish_seen_subcommand_from customer; and __fish_seen_subcommand_from edit' -a 'refuses='
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from add' -l customer
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from add' -l address
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from add' -l zone
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from add' -l at
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from add' -l timeZone
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from add' -l hours
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from add' -l contact
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from add' -l phone
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from add' -l accessCode
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from add' -l access
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from add' -l parking
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from add' -l hazards
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from add' -l region
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from add' -l standard
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from edit' -a 'name='
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from edit' -a 'customer='
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from edit' -a 'address='
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from edit' -a 'zone='
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from edit' -a 'at='
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from edit' -a 'timeZone='
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from edit' -a 'hours='
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from edit' -a 'contact='
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from edit' -a 'phone='
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from edit' -a 'accessCode='
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from edit' -a 'access='
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from edit' -a 'parking='
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from edit' -a 'hazards='
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from edit' -a 'region='
complete -c callout -n '__fish_seen_subcommand_from site; and __fish_seen_subcommand_from edit' -a 'standard='
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from add' -l site
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from add' -l parent
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from add' -l building
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from add' -l floor
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from add' -l area
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from add' -l type
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from add' -l maker
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from add' -l model
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from add' -l serial
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from add' -l owner
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from add' -l user
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from add' -l purchased
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from add' -l warranty
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from add' -l specification
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from add' -l status
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from add' -a 'inService'
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from add' -a 'outOfService'
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from add' -a 'retired'
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from add' -l criticality
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from add' -a 'normal'
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from add' -a 'important'
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from add' -a 'critical'
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from edit' -a 'name='
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from edit' -a 'site='
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from edit' -a 'parent='
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from edit' -a 'building='
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from edit' -a 'floor='
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from edit' -a 'area='
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from edit' -a 'type='
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from edit' -a 'maker='
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from edit' -a 'model='
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from edit' -a 'serial='
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from edit' -a 'owner='
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from edit' -a 'user='
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from edit' -a 'purchased='
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from edit' -a 'warranty='
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from edit' -a 'specification='
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from edit' -a 'status='
complete -c callout -n '__fish_seen_subcommand_from equipment; and __fish_seen_subcommand_from edit' -a 'criticality='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from add' -a 'name='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from add' -a 'tier='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from add' -a 'response='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from add' -a 'hours='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from add' -a 'zone='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from add' -a 'holidays='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from add' -a 'pauses='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from add' -a 'P1='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from add' -a 'P2='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from add' -a 'P3='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from add' -a 'P4='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from add' -a 'P1.reactive='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from add' -a 'P1.planned='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from add' -a 'P1.inspection='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from add' -a 'P1.installation='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from edit' -a 'name='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from edit' -a 'tier='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from edit' -a 'response='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from edit' -a 'hours='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from edit' -a 'zone='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from edit' -a 'holidays='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from edit' -a 'pauses='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from edit' -a 'P1='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from edit' -a 'P2='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from edit' -a 'P3='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from edit' -a 'P4='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from edit' -a 'P1.reactive='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from edit' -a 'P1.planned='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from edit' -a 'P1.inspection='
complete -c callout -n '__fish_seen_subcommand_from contract; and __fish_seen_subcommand_from edit' -a 'P1.installation='
complete -c callout -n '__fish_seen_subcommand_from init' -l name
complete -c callout -n '__fish_seen_subcommand_from init' -l zone
complete -c callout -n '__fish_seen_subcommand_from init' -l currency
complete -c callout -n '__fish_seen_subcommand_from init' -l owner
complete -c callout -n '__fish_seen_subcommand_from init' -l handle
complete -c callout -n '__fish_seen_subcommand_from init' -l first
complete -c callout -n '__fish_seen_subcommand_from demo' -l headless
complete -c callout -n '__fish_seen_subcommand_from demo' -l open
complete -c callout -n '__fish_seen_subcommand_from demo' -l closed
complete -c callout -n '__fish_seen_subcommand_from demo' -l technicians
complete -c callout -n '__fish_seen_subcommand_from demo' -l seed
complete -c callout -n '__fish_seen_subcommand_from demo' -l live
complete -c callout -n '__fish_seen_subcommand_from demo' -l speed
complete -c callout -n '__fish_seen_subcommand_from demo' -l hours
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'name='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'zone='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'currency='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'dayEnds='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'roadFactor='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'speed='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'atRisk='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'acceptWithin='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'acceptWithinP1='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'seenWithin='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'seenWithinP1='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'offerWithin='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'offerWithinP1='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'checkInWithin='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'stalledAfter='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'unassignedAfter='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'longHold='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'riseAfter='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'messageWait='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'escalateAfter='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'escalateAfterP1='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'ownFor='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'roomFrom='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'breakMoves='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'responseTarget='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'fixTarget='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'fee.customer='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'fee.duplicate='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'fee.weather='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'fee.noAccess='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'fee.notNeeded='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'fee.other='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'fee.advice='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'fee.notOurs='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'fee.wrongNumber='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'rule.overlap='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'rule.skill='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'rule.notWorking='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'rule.breaks='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'rule.held='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'rule.past='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'rule.outsideWindow='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'rule.travel='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'rule.overtime='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'rule.moneyLimit='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'rule.pinned='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'rule.underWay='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'rule.claimed='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'rule.refused='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'auto.clock-escalation='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'auto.age-escalation='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'auto.unanswered-offer='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'auto.unseen-offer='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'auto.sending-rule='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'auto.critical-lift='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from set' -a 'auto.alert-escalation='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from trade' -a 'level='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from trade' -a 'estimate='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from trade' -a 'hints='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from trade' -a 'alwaysP1='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from trade' -a 'categories='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from trade' -a 'causes='
complete -c callout -n '__fish_seen_subcommand_from office; and __fish_seen_subcommand_from trade' -l remove
complete -c callout -n '__fish_seen_subcommand_from handover; and __fish_seen_subcommand_from read' -a 'late'
complete -c callout -n '__fish_seen_subcommand_from handover; and __fish_seen_subcommand_from read' -a 'upset'
complete -c callout -n '__fish_seen_subcommand_from handover; and __fish_seen_subcommand_from read' -a 'parts'
complete -c callout -n '__fish_seen_subcommand_from handover; and __fish_seen_subcommand_from read' -a 'unassigned'
complete -c callout -n '__fish_seen_subcommand_from handover; and __fish_seen_subcommand_from read' -a 'people'
complete -c callout -n '__fish_seen_subcommand_from handover; and __fish_seen_subcommand_from read' -a 'alerts'
complete -c callout -n '__fish_seen_subcommand_from handover; and __fish_seen_subcommand_from read' -a 'words'
complete -c callout -n '__fish_seen_subcommand_from handover; and __fish_seen_subcommand_from read' -a 'all'
complete -c callout -n '__fish_seen_subcommand_from rules' -a 'clock-escalation'
complete -c callout -n '__fish_seen_subcommand_from rules' -a 'age-escalation'
complete -c callout -n '__fish_seen_subcommand_from rules' -a 'unanswered-offer'
complete -c callout -n '__fish_seen_subcommand_from rules' -a 'unseen-offer'
complete -c callout -n '__fish_seen_subcommand_from rules' -a 'sending-rule'
complete -c callout -n '__fish_seen_subcommand_from rules' -a 'critical-lift'
complete -c callout -n '__fish_seen_subcommand_from rules' -a 'alert-escalation'
complete -c callout -n '__fish_seen_subcommand_from rules' -a 'on'
complete -c callout -n '__fish_seen_subcommand_from rules' -a 'off'
complete -c callout -n '__fish_seen_subcommand_from template; and __fish_seen_subcommand_from set' -l customer
complete -c callout -n '__fish_seen_subcommand_from template; and __fish_seen_subcommand_from set' -l tier
complete -c callout -n '__fish_seen_subcommand_from template; and __fish_seen_subcommand_from set' -a 'gold'
complete -c callout -n '__fish_seen_subcommand_from template; and __fish_seen_subcommand_from set' -a 'silver'
complete -c callout -n '__fish_seen_subcommand_from template; and __fish_seen_subcommand_from set' -a 'standard'
complete -c callout -n '__fish_seen_subcommand_from template; and __fish_seen_subcommand_from set' -l language
complete -c callout -n '__fish_seen_subcommand_from template; and __fish_seen_subcommand_from set' -l to
complete -c callout -n '__fish_seen_subcommand_from template; and __fish_seen_subcommand_from set' -a 'customer'
complete -c callout -n '__fish_seen_subcommand_from template; and __fish_seen_subcommand_from set' -a 'technician'
complete -c callout -n '__fish_seen_subcommand_from template; and __fish_seen_subcommand_from set' -l usual
complete -c callout -n '__fish_seen_subcommand_from sending-rule; and __fish_seen_subcommand_from set' -l customer
complete -c callout -n '__fish_seen_subcommand_from sending-rule; and __fish_seen_subcommand_from set' -l site
complete -c callout -n '__fish_seen_subcommand_from sending-rule; and __fish_seen_subcommand_from set' -l equipment
complete -c callout -n '__fish_seen_subcommand_from sending-rule; and __fish_seen_subcommand_from set' -l type
complete -c callout -n '__fish_seen_subcommand_from sending-rule; and __fish_seen_subcommand_from set' -l trade
complete -c callout -n '__fish_seen_subcommand_from sending-rule; and __fish_seen_subcommand_from set' -l service
complete -c callout -n '__fish_seen_subcommand_from sending-rule; and __fish_seen_subcommand_from set' -a 'reactive'
complete -c callout -n '__fish_seen_subcommand_from sending-rule; and __fish_seen_subcommand_from set' -a 'planned'
complete -c callout -n '__fish_seen_subcommand_from sending-rule; and __fish_seen_subcommand_from set' -a 'inspection'
complete -c callout -n '__fish_seen_subcommand_from sending-rule; and __fish_seen_subcommand_from set' -a 'installation'
complete -c callout -n '__fish_seen_subcommand_from sending-rule; and __fish_seen_subcommand_from set' -l only
complete -c callout -n '__fish_seen_subcommand_from sending-rule; and __fish_seen_subcommand_from set' -l skill
complete -c callout -n '__fish_seen_subcommand_from sending-rule; and __fish_seen_subcommand_from set' -l gives
complete -c callout -n '__fish_seen_subcommand_from enrol' -a '(callout list people --tsv 2>/dev/null | tail -n +2 | cut -f 1)'
complete -c callout -n '__fish_seen_subcommand_from enrol' -l role
complete -c callout -n '__fish_seen_subcommand_from enrol' -a 'owner'
complete -c callout -n '__fish_seen_subcommand_from enrol' -a 'dispatcher'
complete -c callout -n '__fish_seen_subcommand_from enrol' -a 'supervisor'
complete -c callout -n '__fish_seen_subcommand_from enrol' -a 'technician'
complete -c callout -n '__fish_seen_subcommand_from enrol' -a 'helpdesk'
complete -c callout -n '__fish_seen_subcommand_from enrol' -a 'auditor'
complete -c callout -n '__fish_seen_subcommand_from enrol' -a 'parts'
complete -c callout -n '__fish_seen_subcommand_from enrol' -a 'billing'
complete -c callout -n '__fish_seen_subcommand_from enrol' -a 'quality'
complete -c callout -n '__fish_seen_subcommand_from enrol' -l name
complete -c callout -n '__fish_seen_subcommand_from join' -l code
complete -c callout -n '__fish_seen_subcommand_from join' -l ca
complete -c callout -n '__fish_seen_subcommand_from sync' -l once
complete -c callout -n '__fish_seen_subcommand_from sync' -l history
complete -c callout -n '__fish_seen_subcommand_from serve' -l listen
complete -c callout -n '__fish_seen_subcommand_from serve' -l socket
complete -c callout -n '__fish_seen_subcommand_from serve' -l tls-cert
complete -c callout -n '__fish_seen_subcommand_from serve' -l tls-key
complete -c callout -n '__fish_seen_subcommand_from settle' -a 'keep'
complete -c callout -n '__fish_seen_subcommand_from settle' -a 'redo'
complete -c callout -n '__fish_seen_subcommand_from customer; and __fish_seen_subcommand_from erase' -l for-good
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from erase' -a '(callout list people --tsv 2>/dev/null | tail -n +2 | cut -f 1)'
complete -c callout -n '__fish_seen_subcommand_from person; and __fish_seen_subcommand_from erase' -l for-good
complete -c callout -n '__fish_seen_subcommand_from list' -a 'queue'
complete -c callout -n '__fish_seen_subcommand_from list' -a 'work-orders'
complete -c callout -n '__fish_seen_subcommand_from list' -a 'technicians'
complete -c callout -n '__fish_seen_subcommand_from list' -a 'timeline'
complete -c callout -n '__fish_seen_subcommand_from list' -a 'alerts'
complete -c callout -n '__fish_seen_subcommand_from list' -a 'customers'
complete -c callout -n '__fish_seen_subcommand_from list' -a 'sites'
complete -c callout -n '__fish_seen_subcommand_from list' -a 'equipment'
complete -c callout -n '__fish_seen_subcommand_from list' -a 'people'
complete -c callout -n '__fish_seen_subcommand_from list' -a 'contracts'
complete -c callout -n '__fish_seen_subcommand_from list' -a 'drafts'
complete -c callout -n '__fish_seen_subcommand_from list' -a 'rules'
complete -c callout -n '__fish_seen_subcommand_from list' -a 'holds'
complete -c callout -n '__fish_seen_subcommand_from list' -a 'consoles'
complete -c callout -n '__fish_seen_subcommand_from list' -a 'conflicts'
complete -c callout -n '__fish_seen_subcommand_from list' -a 'follow-ups'
complete -c callout -n '__fish_seen_subcommand_from list' -a 'sending-rules'
complete -c callout -n '__fish_seen_subcommand_from list' -a 'review'
complete -c callout -n '__fish_seen_subcommand_from show' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from open' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from history' -a '(callout list queue --tsv 2>/dev/null | tail -n +2 | cut -f 2)'
complete -c callout -n '__fish_seen_subcommand_from ledger' -l since
complete -c callout -n '__fish_seen_subcommand_from audit' -l since
complete -c callout -n '__fish_seen_subcommand_from audit' -l until
complete -c callout -n '__fish_seen_subcommand_from at' -l entry
complete -c callout -n '__fish_seen_subcommand_from undo' -l entry
complete -c callout -n '__fish_seen_subcommand_from undo' -l partly
complete -c callout -n '__fish_seen_subcommand_from board' -l turn
complete -c callout -n '__fish_seen_subcommand_from import' -a 'work-orders'
complete -c callout -n '__fish_seen_subcommand_from import' -a 'customers'
complete -c callout -n '__fish_seen_subcommand_from import' -a 'sites'
complete -c callout -n '__fish_seen_subcommand_from import' -a 'equipment'
complete -c callout -n '__fish_seen_subcommand_from import' -a 'technicians'
complete -c callout -n '__fish_seen_subcommand_from import' -l map
complete -c callout -n '__fish_seen_subcommand_from import' -l refused
complete -c callout -n '__fish_seen_subcommand_from import' -l force
complete -c callout -n '__fish_seen_subcommand_from export' -a 'queue'
complete -c callout -n '__fish_seen_subcommand_from export' -a 'work-orders'
complete -c callout -n '__fish_seen_subcommand_from export' -a 'technicians'
complete -c callout -n '__fish_seen_subcommand_from export' -a 'timeline'
complete -c callout -n '__fish_seen_subcommand_from export' -a 'alerts'
complete -c callout -n '__fish_seen_subcommand_from export' -a 'customers'
complete -c callout -n '__fish_seen_subcommand_from export' -a 'sites'
complete -c callout -n '__fish_seen_subcommand_from export' -a 'equipment'
complete -c callout -n '__fish_seen_subcommand_from export' -a 'people'
complete -c callout -n '__fish_seen_subcommand_from export' -a 'contracts'
complete -c callout -n '__fish_seen_subcommand_from export' -a 'drafts'
complete -c callout -n '__fish_seen_subcommand_from export' -a 'rules'
complete -c callout -n '__fish_seen_subcommand_from export' -a 'holds'
complete -c callout -n '__fish_seen_subcommand_from export' -a 'consoles'
complete -c callout -n '__fish_seen_subcommand_from export' -a 'conflicts'
complete -c callout -n '__fish_seen_subcommand_from export' -a 'follow-ups'
complete -c callout -n '__fish_seen_subcommand_from export' -a 'sending-rules'
complete -c callout -n '__fish_seen_subcommand_from export' -a 'review'
complete -c callout -n '__fish_seen_subcommand_from export' -l format
complete -c callout -n '__fish_seen_subcommand_from export' -a 'csv'
complete -c callout -n '__fish_seen_subcommand_from export' -a 'json'
complete -c callout -n '__fish_seen_subcommand_from export' -l out
complete -c callout -n '__fish_seen_subcommand_from export' -l force
complete -c callout -n '__fish_seen_subcommand_from export' -l phones
complete -c callout -n '__fish_seen_subcommand_from replay' -l speed
complete -c callout -n '__fish_seen_subcommand_from replay' -l only
complete -c callout -n '__fish_seen_subcommand_from replay' -a 'calls'
complete -c callout -n '__fish_seen_subcommand_from replay' -l from
complete -c callout -n '__fish_seen_subcommand_from replay' -l until
complete -c callout -n '__fish_seen_subcommand_from replay' -l keep-dates
complete -c callout -n '__fish_seen_subcommand_from replay' -l zone
complete -c callout -n '__fish_seen_subcommand_from restore' -l to
complete -c callout -n '__fish_seen_subcommand_from keys' -l check
complete -c callout -n '__fish_seen_subcommand_from keys' -l dump
complete -c callout -n '__fish_seen_subcommand_from themes' -l check
complete -c callout -n '__fish_seen_subcommand_from plan' -l problem
complete -c callout -n '__fish_seen_subcommand_from plan' -l seconds
complete -c callout -n '__fish_seen_subcommand_from plan' -l iterations
complete -c callout -n '__fish_seen_subcommand_from plan' -l seed
complete -c callout -n '__fish_seen_subcommand_from plan' -l threads
complete -c callout -n '__fish_seen_subcommand_from plan' -a '1'
complete -c callout -n '__fish_seen_subcommand_from plan' -a '2'
complete -c callout -n '__fish_seen_subcommand_from plan' -l out
complete -c callout -n '__fish_seen_subcommand_from plan' -l score
complete -c callout -n '__fish_seen_subcommand_from plan' -l explain
