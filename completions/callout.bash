_callout_column() {
  local index file=()
  for (( index = 1; index < COMP_CWORD; index++ )); do
    [[ ${COMP_WORDS[index]} == --db ]] && file=(--db "${COMP_WORDS[index + 1]}")
  done
  "${COMP_WORDS[0]}" "${file[@]}" list "$1" --tsv 2>/dev/null | tail -n +2 | cut -f "$2"
}

_callout() {
  local current=${COMP_WORDS[COMP_CWORD]}
  local first=${COMP_WORDS[1]} second=${COMP_WORDS[2]}
  if (( COMP_CWORD == 1 )); then
    COMPREPLY=($(compgen -W "log edit triage priority flag claim note chase part attach breach hold release close reopen approve rework cancel duplicate message messages say read alerts alert assign unassign postpone move push pin crew visit window plan replan optimise fits fill together dispatch seen accept decline travel on-site complete not-done step-back status shift absence on-call day gaps forecast technician show-phone people person i-am tour lock may customer complaint site show-code equipment contract init setup demo office handover counters rules tick template sending-rule enrol join sync serve consoles conflicts settle list morning show open history why recent follow-ups review find ledger audit at maps config view undo redo health help quit board tech call import export replay check rebuild backup restore keys themes outbox --db --as --json --tsv --dry-run --plain --no-color --yes --each --wait --offline --override --help --version" -- "$current"))
    return
  fi
  local words=""
  case "$first $second" in
    "message recall") words="" ;;
    "message delivered") words="" ;;
    "message failed") words="" ;;
    "alert own") words="--off" ;;
    "alert give") words="$(_callout_column people 1)" ;;
    "alert snooze") words="15m 30m 1h" ;;
    "alert resolve") words="" ;;
    "plan day") words="--take --drop --give --seen $(_callout_column queue 2)" ;;
    "plan try") words="--at" ;;
    "technician add") words="--handle --skill --zone --team --home --phone --shift --breaks" ;;
    "technician edit") words="name= handle= phone= zone= team= home= breaks= toldBy= company= rate= callOut= insured= --skill --shift --reactivate $(_callout_column technicians 2)" ;;
    "technician deactivate") words="$(_callout_column technicians 2)" ;;
    "technician show") words="$(_callout_column technicians 2)" ;;
    "person add") words="--handle --role owner dispatcher supervisor technician helpdesk auditor parts billing quality --phone --technician --team $(_callout_column technicians 2)" ;;
    "person edit") words="handle= name= role= phone= status= team= $(_callout_column people 1)" ;;
    "person pin") words="--off $(_callout_column people 1)" ;;
    "customer add") words="--tier gold silver standard --parent --contract --phone --contact --preferences --prefers --refuses" ;;
    "customer edit") words="name= tier= parent= contract= phone= contact= preferences= credit= language= prefers= refuses=" ;;
    "customer show") words="" ;;
    "site add") words="--customer --address --zone --at --timeZone --hours --contact --phone --accessCode --access --parking --hazards --region --standard" ;;
    "site edit") words="name= customer= address= zone= at= timeZone= hours= contact= phone= accessCode= access= parking= hazards= region= standard=" ;;
    "site show") words="" ;;
    "equipment add") words="--site --parent --building --floor --area --type --maker --model --serial --owner --user --purchased --warranty --specification --status inService outOfService retired --criticality normal important critical" ;;
    "equipment edit") words="name= site= parent= building= floor= area= type= maker= model= serial= owner= user= purchased= warranty= specification= status= criticality=" ;;
    "equipment show") words="" ;;
    "contract add") words="name= tier= response= hours= zone= holidays= pauses= P1= P2= P3= P4= P1.reactive= P1.planned= P1.inspection= P1.installation=" ;;
    "contract edit") words="name= tier= response= hours= zone= holidays= pauses= P1= P2= P3= P4= P1.reactive= P1.planned= P1.inspection= P1.installation=" ;;
    "contract show") words="" ;;
    "office set") words="name= zone= currency= dayEnds= roadFactor= speed= atRisk= acceptWithin= acceptWithinP1= seenWithin= seenWithinP1= offerWithin= offerWithinP1= checkInWithin= stalledAfter= unassignedAfter= longHold= riseAfter= messageWait= escalateAfter= escalateAfterP1= ownFor= roomFrom= breakMoves= responseTarget= fixTarget= fee.customer= fee.duplicate= fee.weather= fee.noAccess= fee.notNeeded= fee.other= fee.advice= fee.notOurs= fee.wrongNumber= rule.overlap= rule.skill= rule.notWorking= rule.breaks= rule.held= rule.past= rule.outsideWindow= rule.travel= rule.overtime= rule.moneyLimit= rule.pinned= rule.underWay= rule.claimed= rule.refused= auto.clock-escalation= auto.age-escalation= auto.unanswered-offer= auto.unseen-offer= auto.sending-rule= auto.critical-lift= auto.alert-escalation=" ;;
    "office trade") words="level= estimate= hints= alwaysP1= categories= causes= --remove" ;;
    "office show") words="" ;;
    "handover add") words="" ;;
    "handover drop") words="" ;;
    "handover read") words="late upset parts unassigned people alerts words all" ;;
    "handover take") words="" ;;
    "template list") words="" ;;
    "template show") words="" ;;
    "template set") words="--customer --tier gold silver standard --language --to customer technician --usual" ;;
    "sending-rule set") words="--customer --site --equipment --type --trade --service reactive planned inspection installation --only --skill --gives" ;;
    "sending-rule remove") words="" ;;
    "office start") words="" ;;
    "consoles revoke") words="" ;;
    "customer erase") words="--for-good" ;;
    "person erase") words="--for-good $(_callout_column people 1)" ;;
    *)
      case "$first" in
        message) words="recall delivered failed" ;;
        alert) words="own give snooze resolve" ;;
        plan) words="day try" ;;
        technician) words="add edit deactivate show" ;;
        person) words="add edit pin erase" ;;
        customer) words="add edit show erase" ;;
        site) words="add edit show" ;;
        equipment) words="add edit show" ;;
        contract) words="add edit show" ;;
        office) words="set trade show start" ;;
        handover) words="add drop read take" ;;
        template) words="list show set" ;;
        sending-rule) words="set remove" ;;
        consoles) words="revoke" ;;
        log) words="P1 P2 P3 P4 --caller --trade --equipment --customer --urgency now today soon whenever --source phone mail portal form internal sensor recurring import --service reactive planned inspection installation --impact critical normal cosmetic --category --description --estimate --nte --skill --window --reference --ended advice notOurs wrongNumber --not-asked --strict" ;;
        edit) words="summary= description= category= trade= service= urgency= skills= estimate= window= nte= customer= site= equipment= reference= impact= rating= $(_callout_column queue 2)" ;;
        triage) words="--trade --priority P1 P2 P3 P4 --reason --skill --estimate --category --nte --service reactive planned inspection installation $(_callout_column queue 2)" ;;
        priority) words="P1 P2 P3 P4 --reason $(_callout_column queue 2)" ;;
        flag) words="--until --off $(_callout_column queue 2)" ;;
        claim) words="--off --take $(_callout_column queue 2)" ;;
        note) words="$(_callout_column queue 2)" ;;
        chase) words="--caller --source phone mail portal form internal sensor recurring import $(_callout_column queue 2)" ;;
        part) words="--count $(_callout_column queue 2)" ;;
        attach) words="$(_callout_column queue 2)" ;;
        breach) words="nobody-free overrun travel parts access customer wrong-priority vendor other --clock response fix --note $(_callout_column queue 2)" ;;
        hold) words="parts customer approval access escalated weather vendor --review --part-due --next --options --owner --quiet $(_callout_column queue 2) $(_callout_column people 1)" ;;
        release) words="$(_callout_column queue 2)" ;;
        close) words="$(_callout_column queue 2)" ;;
        reopen) words="$(_callout_column queue 2)" ;;
        approve) words="$(_callout_column queue 2)" ;;
        rework) words="$(_callout_column queue 2)" ;;
        cancel) words="customer duplicate weather noAccess notNeeded other advice notOurs wrongNumber --quiet $(_callout_column queue 2)" ;;
        duplicate) words="$(_callout_column queue 2)" ;;
        message) words="--to $(_callout_column queue 2)" ;;
        messages) words="$(_callout_column queue 2)" ;;
        say) words="$(_callout_column queue 2)" ;;
        read) words="$(_callout_column queue 2)" ;;
        alerts) words="" ;;
        assign) words="@best --length --tentative $(_callout_column queue 2) $(_callout_column technicians 2)" ;;
        unassign) words="$(_callout_column queue 2)" ;;
        postpone) words="--quiet $(_callout_column queue 2)" ;;
        move) words="--length --quiet $(_callout_column queue 2) $(_callout_column technicians 2)" ;;
        push) words="--from $(_callout_column technicians 2)" ;;
        pin) words="time technician both none $(_callout_column queue 2)" ;;
        crew) words="--as --off $(_callout_column queue 2) $(_callout_column technicians 2)" ;;
        visit) words="--length --change --drop $(_callout_column queue 2) $(_callout_column technicians 2)" ;;
        window) words="$(_callout_column queue 2)" ;;
        replan) words="--because away late urgent --by --take --drop --give --seen $(_callout_column technicians 2)" ;;
        optimise) words="--with --take --drop --give --seen $(_callout_column technicians 2)" ;;
        fits) words="$(_callout_column queue 2)" ;;
        fill) words="--take --drop --give --seen $(_callout_column technicians 2)" ;;
        together) words="--take --drop --give --seen $(_callout_column queue 2)" ;;
        dispatch) words="--day --by phone message $(_callout_column queue 2)" ;;
        seen) words="$(_callout_column queue 2)" ;;
        accept) words="$(_callout_column queue 2)" ;;
        decline) words="$(_callout_column queue 2)" ;;
        travel) words="$(_callout_column queue 2)" ;;
        on-site) words="$(_callout_column queue 2)" ;;
        complete) words="--cause --resolution --work --travel --part --cost --signed-by --unsigned --code --no-code --rating $(_callout_column queue 2)" ;;
        not-done) words="--next --no-access --charge $(_callout_column queue 2)" ;;
        step-back) words="$(_callout_column queue 2)" ;;
        status) words="available break off unavailable $(_callout_column technicians 2)" ;;
        shift) words="$(_callout_column technicians 2)" ;;
        absence) words="--remove $(_callout_column technicians 2)" ;;
        on-call) words="--trade --remove $(_callout_column technicians 2)" ;;
        day) words="$(_callout_column technicians 2)" ;;
        gaps) words="" ;;
        forecast) words="--days" ;;
        show-phone) words="$(_callout_column technicians 2)" ;;
        people) words="--filter" ;;
        i-am) words="$(_callout_column people 1)" ;;
        tour) words="" ;;
        lock) words="" ;;
        may) words="$(_callout_column queue 2) $(_callout_column people 1)" ;;
        complaint) words="" ;;
        show-code) words="" ;;
        init) words="--name --zone --currency --owner --handle --first" ;;
        setup) words="" ;;
        demo) words="--headless --open --closed --technicians --seed --live --speed --hours" ;;
        handover) words="" ;;
        counters) words="" ;;
        rules) words="clock-escalation age-escalation unanswered-offer unseen-offer sending-rule critical-lift alert-escalation on off" ;;
        tick) words="" ;;
        enrol) words="--role owner dispatcher supervisor technician helpdesk auditor parts billing quality --name $(_callout_column people 1)" ;;
        join) words="--code --ca" ;;
        sync) words="--once --history" ;;
        serve) words="--listen --socket --tls-cert --tls-key" ;;
        conflicts) words="" ;;
        settle) words="keep redo" ;;
        list) words="queue work-orders technicians timeline alerts customers sites equipment people contracts drafts rules holds consoles conflicts follow-ups sending-rules review" ;;
        morning) words="" ;;
        show) words="$(_callout_column queue 2)" ;;
        open) words="$(_callout_column queue 2)" ;;
        history) words="$(_callout_column queue 2)" ;;
        why) words="" ;;
        recent) words="" ;;
        follow-ups) words="" ;;
        review) words="" ;;
        consoles) words="" ;;
        find) words="" ;;
        ledger) words="--since" ;;
        audit) words="--since --until" ;;
        at) words="--entry" ;;
        maps) words="" ;;
        config) words="" ;;
        view) words="" ;;
        undo) words="--entry --partly" ;;
        redo) words="" ;;
        health) words="" ;;
        help) words="" ;;
        quit) words="" ;;
        board) words="--turn" ;;
        tech) words="" ;;
        call) words="" ;;
        import) words="work-orders customers sites equipment technicians --map --refused --force" ;;
        export) words="queue work-orders technicians timeline alerts customers sites equipment people contracts drafts rules holds consoles conflicts follow-ups sending-rules review --format csv json --out --force --phones" ;;
        replay) words="--speed --only calls --from --until --keep-dates --zone" ;;
        check) words="" ;;
        rebuild) words="" ;;
        backup) words="" ;;
        restore) words="--to" ;;
        keys) words="--check --dump" ;;
        themes) words="--check" ;;
        outbox) words="" ;;
        plan) words="--problem --seconds --iterations --seed --threads 1 2 --out --score --explain" ;;
      esac ;;
  esac
  COMPREPLY=($(compgen -W "$words --db --as --json --tsv --dry-run --plain --no-color --yes --each --wait --offline --override --help --version" -- "$current"))
  [[ ${#COMPREPLY[@]} -eq 0 ]] && COMPREPLY=($(compgen -f -- "$current"))
}
complete -F _callout callout
