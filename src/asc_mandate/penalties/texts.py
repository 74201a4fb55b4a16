"""The sentences of an assessment: words only. None says or implies that a penalty will be imposed."""

DUTY = "Did the duty apply?"
DUTY_MET = "It applied in a window that has closed."
DUTY_ANSWERED = "Information was given in answer to it."
DUTY_NOT_MET = "None of the latest windows that have closed was one with the duty."
DUTY_UNKNOWN = "No outcome is known of the latest windows that have closed."

MISSED = "Was a window that has closed missed?"
MISSED_MET = "Missed: {months}."
MISSED_NOT_MET = (
    "None of the latest 12 that can found a penalty was missed, and none before them is known to have been."
)
MISSED_UNKNOWN = "It is not known what came of {months}."

MISLEADING = "Was information false or misleading to a material extent?"
MISLEADING_MET = "It was said to be so to a material extent."
MISLEADING_EXTENT = "It was said to be false or misleading; whether to a material extent is for a person to judge."

NOT_PUBLIC = "Is the provider no public body?"
NOT_PUBLIC_MET = "It is not a public body."
NOT_PUBLIC_NOT_MET = "It is a public body, on which no penalty can be imposed."
NOT_PUBLIC_PARTLY = (
    "It is a public body to the extent of its public functions only; which of them this concerns is for a person to "
    "judge."
)
NOT_PUBLIC_UNKNOWN = "It was not said whether the provider is a public body."

IN_FORCE = "Are the regulations in force?"
IN_FORCE_MET = "They are in force from {day}."
IN_FORCE_NOT_MET = "They are in force only from {day}."

NO_EXCUSE = "Is there no reasonable excuse?"
NO_EXCUSE_MET = "It was said that there is no reasonable excuse."
NO_EXCUSE_NOT_MET = "It was said that there is a reasonable excuse."
NO_EXCUSE_JUDGEMENT = "Whether there is a reasonable excuse is for a person to judge: the law does not define it."

TRIGGER = "Were 3 windows missed in a row, or any 4 of the latest 12 that have closed?"
TRIGGER_MET = "The policy's trigger is met by {months}."
TRIGGER_NOT_MET_NONE = "The policy's trigger is not met: none of the latest 12 windows is known to be missed."
TRIGGER_NOT_MET = "The policy's trigger is not met: of the latest 12 windows, missed are {months}."
TRIGGER_UNKNOWN = "The policy's trigger turns on what came of {months}."

SUPPORT = "Were guidance and support offered?"
SUPPORT_MET = "Guidance and support were offered on {day}."
SUPPORT_LATER = "Guidance and support are to be offered on {day} only."
SUPPORT_NOT_MET = "It was said that guidance and support were not offered."
SUPPORT_UNKNOWN = "It was not said whether guidance and support were offered."

STEP_NOT_ELIGIBLE = "Nothing follows from what was given. {why} Complete the return in every window all the same."
STEP_NOT_YET = "Complete the return in every window. {why}"
STEP_AT_RISK = " Missing the one of {month}, which closes at the end of {closes}, would meet the policy's trigger."
STEP_UNKNOWN = "Find out what is not known. {why}"
STEP_JUDGEMENT = "A person has to judge what remains. {why} Complete the next return in its window."
STEP_ELIGIBLE = "A notice of intent may follow. Complete the next return in its window, and collect what explains it."
STEP_REPRESENTATIONS = (
    "Send written representations by {by}, with what explains it. That day rests on one third party's account: hold it "
    "against the notice itself."
)
STEP_DECISION = (
    "The days for representations ended on {by}, as one third party gives them. Ask NHSBSA where the decision stands, "
    "and send what explains it if that was not done."
)
STEP_FINAL_NOTICE = (
    "Read in the final notice sent on {sent} by when to pay or to appeal: neither period was found, so none is given "
    "here."
)
STEP_SPEAKS_AGAINST = " What speaks against a penalty: {why}"
