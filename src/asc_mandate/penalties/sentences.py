"""The sentences of enforcement: words only, with places for what a case fills in.

None says or implies that a penalty will be imposed. What answers a question begins with a word that can follow a colon.
"""

# The questions of law and policy, and what answers each.
DUTY = "Did the duty apply?"
DUTY_MET = "The duty applied in a window that has {what}."
DUTY_ANSWERED = "Information was given in answer to the duty."
DUTY_NOT_MET = "The duty applied in none of the latest windows."
DUTY_UNKNOWN = "What came of the latest windows is not known."

MISSED = "Was a window that has closed missed?"
MISSED_MET = "The {windows} {were} missed."
NONE_MISSED = "None of the latest windows was missed, and none before them is known to have been."
MISSED_UNKNOWN = "What came of the {windows} is not known."
MISSED_NOT_COUNTING = (
    "The {windows} {were} missed, but cannot found a penalty, because the regulations came into force on {day}."
)
NO_OTHER_MISSED = "No other window is known to have been missed."
COUNTED_AS_MET = (
    "By the caller's decision the {windows} {were} counted as met, though not everything asked for is known."
)

MISLEADING = "Was information false or misleading to a material extent?"
FALSE_OR_MISLEADING = {
    "met": "It was said that information was false or misleading to a material extent.",
    "needs_judgement": "It was said that information was false or misleading, but not to what extent.",
}

PUBLIC = "Is the provider a public body?"
PUBLIC_BODY = {
    "met": "The provider is not a public body.",
    "not_met": "The provider is a public body, and no penalty can be imposed on a public body.",
    "needs_judgement": "The provider is a public body to the extent of its public functions only.",
    "unknown": "It was not said whether the provider is a public body.",
}

IN_FORCE = "Are the regulations in force?"
IN_FORCE_MET = "The regulations have been in force since {day}."
IN_FORCE_NOT_MET = "The regulations come into force on {day}."

EXCUSE = "Was there a reasonable excuse?"
REASONABLE_EXCUSE = {
    "met": "It was said that there was no reasonable excuse.",
    "not_met": "It was said that there was a reasonable excuse.",
    "needs_judgement": "The law does not define a reasonable excuse.",
}

TRIGGER = "Were {row} windows missed in a row, or any {some} of the latest {back} that have closed?"
TRIGGER_MET_BY_NUMBER = "Of the latest {windows} windows that have closed, {missed} missed."
TRIGGER_MET_BY_RUN = "Of the latest {windows} windows that have closed, {missed} missed in a row, the last in {month}."
TRIGGER_NOT_MET = (
    "Of the latest {windows} windows that have closed, {missed} known to be missed; the policy asks for {row} in a "
    "row, or any {some}."
)
TRIGGER_UNKNOWN = "The answer turns on what came of the {windows}."
TRIGGER_UNKNOWN_AS_MISSED = "The answer turns on the windows that are not known."

SUPPORT = "Were guidance and support offered?"
SUPPORT_MET = "Guidance and support were offered on {day}."
SUPPORT_LATER = "Guidance and support are to be offered only on {day}."
SUPPORT_BEFORE_A_MISS = (
    "The offer is dated {day}, before the first missed window, {month}, had closed; support is offered after a miss."
)
SUPPORT_NOT_MET = "It was said that guidance and support were not offered."
SUPPORT_UNKNOWN = "It was not said whether guidance and support were offered."

# What to do next: one sentence for each thing, put together as the case needs them.
NO_PENALTY = "No penalty can be founded on what is known, because {reasons}."
IN_BREACH = "A missed window is a breach of the duty, but no penalty can be founded on it, because {reasons}."
NOT_YET = (
    "The policy on notices of intent is not met yet. {why} The law itself asks for no more than one missed window."
)
FIND_OUT = "Find out {things}."
JUDGE = "A person has to judge {things}."
ALL_MET = "Every test is met, so a notice of intent may follow. Collect whatever explains what happened."
COMPLETE = "Complete the return for {month} in its window, from {opens} to the end of {closes}."
NO_RETURN_DUE = "No further return is due, with {day} as the last day of the duty."
AT_RISK = "Missing that window would meet the policy's trigger for a notice of intent."
CONTACT = (
    "After a missed window, NECS or NHSBSA contacts the person named in Capacity Tracker, or the registered manager "
    "and nominated individuals in CQC's register: keep those details current."
)
REPRESENTATIONS = (
    "The {notice} is taken to have been given on {given}. Written representations can be sent until the end of {by}: "
    "say in them what explains the failure. Only one third party gives these {days} days, so check the day against "
    "the notice itself."
)
DECISION = (
    "Representations on the {notice} could be sent until the end of {by}, as one third party counts the days. Ask "
    "NHSBSA whether a decision was made, and send any explanation that was not sent yet."
)
FINAL = (
    "Look in the {notice} for the last days to pay and to appeal: the periods were not found, so none is given here."
)
WITHDRAWN = "The {notice} was withdrawn{stands}."
NONE_STANDS = ", and no notice stands"
STILL_STANDS = "; the {notice} still stands"
WITHDRAWAL_SENT = "A withdrawal of that notice was sent on {sent}, and is taken to have been given on {given}."

# The same tests as parts of a sentence.
REASONS = {
    "duty": "the duty applied in none of the latest windows",
    "missed": "no window is known to have been missed",
    "not-counting": "each missed window closed before the regulations came into force",
    "not-public-body": "the provider is a public body",
    "in-force": "the regulations were not in force on {on}",
    "no-reasonable-excuse": "it was said that there was a reasonable excuse",
}
WINDOWS_TO_FIND_OUT = "what came of the {windows}"
TO_FIND_OUT = {
    "not-public-body": "whether the provider is a public body",
    "support-offered": "whether and when guidance and support were offered",
}
TO_JUDGE = {
    "misleading": "whether information was false or misleading to a material extent",
    "not-public-body": "whether the failure concerns the provider's public functions",
    "no-reasonable-excuse": "whether there was a reasonable excuse",
    "support-offered": "whether an offer of guidance and support before the first missed window counts",
}

# An assessment as text.
STAGES = {
    "intent_sent": "A notice of intent has been sent, and is not yet taken to have been given.",
    "representations": "A notice of intent has been given, and the days for representations are running.",
    "decision": "A notice of intent has been given, and the days for representations are over.",
    "final_sent": "A final notice has been sent, and is not yet taken to have been given.",
    "final_notice": "A final notice has been given.",
    "withdrawn": "Every notice that was sent has been withdrawn.",
    "no_notice": "No notice has been sent, as far as was said.",
}
CONCLUSIONS = {
    "not_eligible": "Not eligible for a penalty: at least one condition of the law is not met.",
    "not_yet": "Not eligible yet: the law's conditions are met as far as can be computed, the policy's are not.",
    "unknown": "Not known: too little was given to tell.",
    "needs_judgement": "For a person to judge: every condition that can be computed is met.",
    "eligible": "Eligible for a penalty: every condition is met. No penalty follows by itself.",
}
BY_LAW = "The law asks:"
BY_POLICY = "The policy on notices of intent asks:"
NEXT_STEP = "What to do: {step}"
AMOUNT = "CQC's fee, which sets the amount of a penalty: {amount}."
