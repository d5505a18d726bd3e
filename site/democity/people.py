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
    Person(
        "leitung-standesamt",
        "Joachim",
        "Wendelborn (Standesamt, leitet)",
        department="standesamt",
        role="head",
    ),
    Person("standesamt", "Nadja", "Brückner (Standesamt)", department="standesamt", role="author"),
    Person(
        "leitung-ordnungsamt",
        "Selma",
        "Aydin (Ordnungsamt, leitet)",
        department="ordnungsamt",
        role="head",
    ),
    Person("ordnungsamt", "Ole", "Martens (Ordnungsamt)", department="ordnungsamt", role="author"),
    Person(
        "leitung-verkehr",
        "Uwe",
        "Krahmer (Straßenverkehrsamt, leitet)",
        department="strassenverkehrsamt",
        role="head",
    ),
    Person("verkehr", "Ivana", "Šarić (Straßenverkehrsamt)", department="strassenverkehrsamt", role="author"),
    Person("leitung-steueramt", "Ruth", "Eckermann (Steueramt, leitet)", department="steueramt", role="head"),
    Person("steueramt", "Levent", "Kaya (Steueramt)", department="steueramt", role="author"),
    Person(
        "leitung-tiefbauamt", "Marek", "Dvorak (Tiefbauamt, leitet)", department="tiefbauamt", role="head"
    ),
    Person("tiefbauamt", "Greta", "Sommerfeld (Tiefbauamt)", department="tiefbauamt", role="author"),
    Person(
        "leitung-abfallwirtschaft",
        "Birte",
        "Lindqvist (Abfallwirtschaft, leitet)",
        department="abfallwirtschaft",
        role="head",
    ),
    Person(
        "abfallwirtschaft", "Emre", "Yildiz (Abfallwirtschaft)", department="abfallwirtschaft", role="author"
    ),
    Person("leitung-hauptamt", "Thorsten", "Imhof (Hauptamt, leitet)", department="hauptamt", role="head"),
    Person("hauptamt", "Paula", "Reinhold (Hauptamt)", department="hauptamt", role="author"),
)
