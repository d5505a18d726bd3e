"""A number, and an amount of money: exact, never binary fractions."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ..domain.definitions import FieldDef
from ..registries import FieldKind, Value
from .amounts import compact, read_decimal, written, written_euros
from .option_checks import limit_of, limit_problems, whole_number_problems
from .wording import arguments, messages, said

MOST_PLACES = 6
CENT = Decimal("0.01")


class DecimalTextField(forms.Field):
    """`places` is how many decimal places there may be; limits are inclusive."""

    width = "short"

    def __init__(
        self, *, language: str, places: int, least: Decimal | None, most: Decimal | None, **kwargs: Any
    ) -> None:
        self.language, self.places, self.least, self.most = language, places, least, most
        attrs = {"inputmode": "decimal" if places else "numeric", "autocomplete": "off"}
        super().__init__(widget=forms.TextInput(attrs), **kwargs)

    def to_python(self, value: Any) -> Decimal | None:
        if isinstance(value, Decimal) or value is None:
            return value
        text = str(value).replace("€", "").strip()
        if not text:
            return None
        try:
            return read_decimal(text, self.language)
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is None:
            return
        if value != round(value, self.places):
            raise ValidationError(self.error_messages["places"], code="places")
        if self.least is not None and value < self.least:
            raise ValidationError(self.error_messages["min_value"], code="min_value")
        if self.most is not None and value > self.most:
            raise ValidationError(self.error_messages["max_value"], code="max_value")

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, Decimal):
            return value
        return written(value, self.language, grouped=False)


class Number(FieldKind):
    """`min` and `max` are numbers as text, `places` the decimal places allowed, `unit` is shown behind."""

    name = "number"
    label = "Zahl"
    options = {"min": None, "max": None, "places": 0, "unit": ""}

    def form_field(self, field: FieldDef, language: str) -> forms.Field:
        places = self.places(field)
        least, most = limit_of(field.options, "min"), limit_of(field.options, "max")
        errors = self.errors(field, language, least, most)
        return DecimalTextField(
            **arguments(field, language, errors), language=language, places=places, least=least, most=most
        )

    def places(self, field: FieldDef) -> int:
        return int(self.option(field, "places"))

    def errors(
        self, field: FieldDef, language: str, least: Decimal | None, most: Decimal | None
    ) -> dict[str, str]:
        places = self.places(field)
        example = written(Decimal("12.5") if places else Decimal(12), language)
        whole = said(language, "Bitte eine ganze Zahl eingeben.", "Please enter a whole number.")
        some = said(
            language,
            f"Bitte höchstens {places} Stellen nach dem Komma.",
            f"Please use at most {places} decimal places.",
        )
        return messages(
            field,
            language,
            invalid=said(
                language,
                f"Bitte eine Zahl eingeben, zum Beispiel {example}.",
                f"Please enter a number, for example {example}.",
            ),
            places=some if places else whole,
            min_value=_limit_said(language, "mindestens", "at least", self.limit_written(least, language)),
            max_value=_limit_said(language, "höchstens", "at most", self.limit_written(most, language)),
        )

    def limit_written(self, limit: Decimal | None, language: str) -> str:
        return "" if limit is None else written(limit, language)

    def stored(self, cleaned: Any) -> Any:
        return None if cleaned is None else compact(cleaned)

    def initial(self, stored: Any) -> Any:
        return self.value(stored)

    def value(self, stored: Any) -> Value:
        return None if stored is None else Decimal(stored)

    def shown(self, field: FieldDef, stored: Any, language: str) -> str:
        if stored is None:
            return ""
        unit = self.option(field, "unit")
        return written(Decimal(stored), language) + (f"\u00a0{unit}" if unit else "")

    def samples(self, field: FieldDef, landmarks: Sequence[Decimal]) -> list[Any]:
        """Both ends, and both sides of every landmark between; nothing where an end is open."""
        least, most = (limit_of({name: self.option(field, name)}, name) for name in ("min", "max"))
        if least is None or most is None:
            return []
        step = Decimal(1).scaleb(-self.places(field))
        beside = (number + side for number in landmarks for side in (-step, 0, step))
        inside = {least, most, *(number for number in beside if least < number < most)}
        return [*map(self.stored, sorted(inside)), *([] if field.required else [None])]

    def problems(self, field: FieldDef) -> list[str]:
        places = whole_number_problems(field.options, {"places": "Stellen nach dem Komma"}, 0, MOST_PLACES)
        return [*limit_problems(field.options), *places]


class Money(Number):
    """Euros; kept with two decimal places."""

    name = "money"
    label = "Geldbetrag"
    options = {"min": "0", "max": None}

    def form_field(self, field: FieldDef, language: str) -> forms.Field:
        least = limit_of({"min": self.option(field, "min")}, "min")
        most = limit_of(field.options, "max")
        errors = self.errors(field, language, least, most)
        return DecimalTextField(
            **arguments(field, language, errors), language=language, places=2, least=least, most=most
        )

    def places(self, field: FieldDef) -> int:
        return 2

    def limit_written(self, limit: Decimal | None, language: str) -> str:
        return "" if limit is None else written_euros(limit, language)

    def stored(self, cleaned: Any) -> Any:
        return None if cleaned is None else str(cleaned.quantize(CENT))

    def shown(self, field: FieldDef, stored: Any, language: str) -> str:
        return "" if stored is None else written_euros(Decimal(stored), language)


def _limit_said(language: str, german: str, english: str, limit: str) -> str:
    return said(language, f"Bitte {german} {limit} eingeben.", f"Please enter {english} {limit}.")
