"""How GLOTIP words what it counts, in the vocabulary's words: the build reads its rows by it, and a figure finds the
rows that were refused for it."""

from data.vocabulary import Age, Exploitation, FlowMeasure, Indicator, Sex

INDICATORS = {
    "Detected trafficking victims": Indicator.VICTIMS_DETECTED,
    "Offences of trafficking in persons": Indicator.OFFENCES_RECORDED,
    "Persons brought into formal contact": Indicator.PERSONS_SUSPECTED,
    "Persons prosecuted": Indicator.PERSONS_PROSECUTED,
    "Persons convicted": Indicator.PERSONS_CONVICTED,
}
SEXES = {"Total": Sex.TOTAL, "Female": Sex.FEMALE, "Male": Sex.MALE, "Other": Sex.OTHER, "Unknown": Sex.UNKNOWN}
AGES = {
    "Total": Age.TOTAL,
    "0 to 17 years": Age.AGE_0_17,
    "18 years or over": Age.AGE_18_PLUS,
    "Unknown": Age.UNKNOWN,
}
FORMS = {
    "Sexual exploitation": Exploitation.SEXUAL_EXPLOITATION,
    "Forced labour": Exploitation.FORCED_LABOUR,
    "Other forms of exploitation": Exploitation.OTHER_EXPLOITATION,
}
WHOLE = {"Total": Exploitation.TOTAL}
BREAKDOWNS = {"Total": WHOLE, "by form of exploitation": FORMS}
MEASURES = {
    ("by citizenship", Indicator.VICTIMS_DETECTED): FlowMeasure.VICTIMS_BY_CITIZENSHIP,
    ("by citizenship", Indicator.PERSONS_CONVICTED): FlowMeasure.CONVICTED_BY_CITIZENSHIP,
    ("by country of repatriation", Indicator.VICTIMS_DETECTED): FlowMeasure.VICTIMS_REPATRIATED,
}
COUNTED = {measure: indicator for (_, indicator), measure in MEASURES.items()}
