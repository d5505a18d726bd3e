"""Accounts of the demo city. Their password is public: production refuses to start while they exist."""

from dataclasses import dataclass

DEMO_PASSWORD = "auenstadt-zum-probieren"  # noqa: S105 - public on purpose


@dataclass(frozen=True)
class Person:
    username: str
    first_name: str
    last_name: str
    group: str = ""
    department: str = ""
    role: str = ""
    is_superuser: bool = False


PEOPLE = (
    Person("verwaltung", "Alexandra", "Baumgart (Administration)", is_superuser=True),
    Person("redaktion", "Robin", "Delbrück (Redaktion)", group="Redaktion"),
    Person(
        "autorin-buergeramt", "Jana", "Petersen (Bürgeramt, schreibt)", department="buergeramt", role="author"
    ),
    Person(
        "freigabe-buergeramt",
        "Miriam",
        "Hollstein (Bürgeramt, gibt frei)",
        department="buergeramt",
        role="approver",
    ),
    Person("autor-jugendamt", "Samir", "Haddad (Jugendamt, schreibt)", department="jugendamt", role="author"),
    Person(
        "freigabe-jugendamt",
        "Katrin",
        "Osterloh (Jugendamt, gibt frei)",
        department="jugendamt",
        role="approver",
    ),
)
