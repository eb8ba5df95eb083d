"""The words of the registry of cooperation requests, and the bounds of the threshold below which a count is hidden."""

from enum import StrEnum

from data.cooperation_vocabulary import Direction

DIRECTIONS = (Direction.SENT, Direction.RECEIVED)
THRESHOLD, LOWEST_THRESHOLD, HIGHEST_THRESHOLD = 5, 3, 20


class Procedure(StrEnum):
    """What is asked for (column `instrument`)."""

    MUTUAL_LEGAL_ASSISTANCE = "mutual_legal_assistance"
    EXTRADITION = "extradition"
    JOINT_INVESTIGATION_TEAM = "joint_investigation_team"
    SPONTANEOUS_INFORMATION = "spontaneous_information"
    TRANSFER_OF_PROCEEDINGS = "transfer_of_proceedings"
    OTHER_INSTRUMENT = "other_instrument"


class Tally(StrEnum):
    """What is counted: all requests of a row, then what became of them; each is in exactly one of the last three."""

    REQUESTS = "requests"
    ANSWERED = "answered"
    PENDING = "pending"
    REFUSED = "refused"


class Origin(StrEnum):
    """Whether requests were made or made up (column `synthetic`)."""

    REAL = "false"
    SYNTHETIC = "true"
