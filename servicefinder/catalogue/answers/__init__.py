"""What the catalogue answers by itself, above the results of the search."""

from search.registries import direct_answers

from .forms import FormAnswers
from .hours import HoursAnswers
from .telephone import TelephoneAnswers


def register() -> None:
    direct_answers.register(HoursAnswers())
    direct_answers.register(TelephoneAnswers())
    direct_answers.register(FormAnswers())
