"""Serial numbers of German documents, and their check digits (ICAO 9303, weights 7-3-1)."""

from ..enums import LineProblem

SERIAL_CHARACTERS = 9
ALPHABET = frozenset("0123456789CFGHJKLMNPRTVWXYZ")
# What never occurs in a serial number is read as what it looks like.
LOOK_ALIKES = str.maketrans({"O": "0", "Q": "0", "D": "0", "I": "1", "S": "5", "B": "8", "|": "1"})
WEIGHTS = (7, 3, 1)
TYPED_LIMIT_CHARACTERS = 40


class WrongSerial(Exception):
    """`problem` is SERIAL for a wrong length or character, CHECK_DIGIT for a wrong tenth."""

    def __init__(self, problem: LineProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


def normalised(typed: str) -> str:
    """The nine characters of a serial number, however it was typed; a tenth is checked and dropped.

    Raises WrongSerial.
    """
    if len(typed) > TYPED_LIMIT_CHARACTERS:
        raise WrongSerial(LineProblem.SERIAL)
    letters = "".join(typed.split()).replace("-", "").upper().translate(LOOK_ALIKES)
    serial, check = letters[:SERIAL_CHARACTERS], letters[SERIAL_CHARACTERS:]
    if len(serial) != SERIAL_CHARACTERS or not ALPHABET.issuperset(serial) or len(check) > 1:
        raise WrongSerial(LineProblem.SERIAL)
    if check and check != str(check_digit(serial)):
        raise WrongSerial(LineProblem.CHECK_DIGIT)
    return serial


def check_digit(characters: str) -> int:
    """Of digits, letters and the filler `<`. Raises ValueError for anything else."""
    return sum(_value(each) * WEIGHTS[index % 3] for index, each in enumerate(characters)) % 10


def _value(character: str) -> int:
    if character == "<":
        return 0
    if not character.isascii() or not (character.isdigit() or character.isupper()):
        raise ValueError("neither digit nor capital letter nor filler")
    return int(character, 36)
