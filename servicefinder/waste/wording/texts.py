"""What the waste calendar says; one instance per language."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Texts:
    lang: str
    title: str
    lead: str
    field: str
    hint: str
    find: str
    my_address: str
    suggestions: str
    suggestion_none: str
    suggestion_one: str
    suggestion_many: str
    several: str
    none: str
    no_number: str
    none_help: str
    notices: str
    household_title: str
    other_address: str
    next: str
    today: str
    tomorrow: str
    in_days: str
    put_out_today: str
    put_out_now: str
    instead_of: str
    cancelled: str
    nothing_planned: str
    no_dates: str
    all_dates: str
    as_list: str
    as_calendar: str
    choose: str
    choose_fractions: str
    choose_hint: str
    alarm: str
    alarms: tuple[tuple[str, str], ...]
    show: str
    take: str
    take_lead: str
    apple: str
    apple_help: str
    google: str
    google_help: str
    outlook: str
    outlook_help: str
    android_help: str
    address_of_calendar: str
    download: str
    remind: str
    sheet: str
    changes: str
    where_to: str
    note: str
    gone: str
    weekdays: tuple[str, ...]
    short_weekdays: tuple[str, ...]
    months: tuple[str, ...]
    week: str
    home: str
    calendar_caption: str

    @property
    def is_foreign(self) -> bool:
        """What editors wrote in German stands between words of another language."""
        return self.lang != "de"
