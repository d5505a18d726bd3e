"""German verbs in the forms that people use: `umgezogen`, `zieht … um` and `umzuziehen` are `umziehen`.

Snowball knows endings only: strong verbs and separable ones are out of its reach. The forms are made from
`verbs.tsv`, our own list of what one does with a city: infinitive, irregular stems (the participle's marked
with `=`), separable prefixes. All in folded spelling.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("verbs.tsv")
ENDINGS = ("e", "st", "t", "et", "est", "te", "ten", "tet", "test", "ete", "eten", "en", "n", "")
# Prefixes of participles that take no `ge`: `verloren`, `bezahlt`.
INSEPARABLE = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer", "ueber", "unter", "wider")
# A prefix closes the sentence or its first half; elsewhere it is a preposition (`um die Ecke`).
AFTER_THE_VERB = frozenset({"aber", "oder", "und", "was", "weil", "wann", "wie", "wo", "wohin"})
WORDS_OF_A_SENTENCE = 12
PLURAL = frozenset({"wir", "sie"})
# Looks like a verb's form and is hardly ever one.
NOUNS = frozenset({"bad", "fahrt", "gabe", "gaben", "sucht", "spiele"})


@lru_cache(maxsize=1)
def forms() -> dict[str, str]:
    """Form → infinitive, of simple and of prefixed verbs."""
    return _tables()[0]


@lru_cache(maxsize=1)
def finite_forms() -> dict[str, dict[str, str]]:
    """Form of a simple verb → prefix → infinitive: `zieht` → `um` → `umziehen`."""
    return _tables()[1]


def infinitive(word: str) -> str:
    """The infinitive of a folded word that is a verb's form, else the word itself."""
    return forms().get(word, word)


def with_joined_verbs(words: Sequence[str]) -> Sequence[str]:
    """A short sentence with a separated verb put together: `ich ziehe morgen um` → `ich umziehen morgen`."""
    if not 1 < len(words) <= WORDS_OF_A_SENTENCE:
        return words
    finite = finite_forms()
    if finite.keys().isdisjoint(words):
        return words
    result = list(words)
    for place, word in enumerate(words):
        prefixes = finite.get(word)
        # `gebe meinen Laden auf`: an infinitive is finite after `wir` only.
        if not prefixes or (word.endswith("en") and words[place - 1] not in PLURAL):
            continue
        for later in range(place + 1, len(words)):
            prefix = words[later]
            if prefix in prefixes and (later == len(words) - 1 or words[later + 1] in AFTER_THE_VERB):
                result[place], result[later] = prefixes[prefix], ""
                return [word for word in result if word]
    return words


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    all_forms: dict[str, str] = {}
    finite: dict[str, dict[str, str]] = defaultdict(dict)
    for verb, stems, participles, prefixes in _verbs():
        present = [stem + ending for stem in stems for ending in ENDINGS if ending or stem != stems[0]]
        for form in present:
            if form in NOUNS:
                continue
            all_forms.setdefault(form, verb)
        for participle in participles:
            all_forms.setdefault(participle if verb.startswith(INSEPARABLE) else "ge" + participle, verb)
        for prefix in prefixes:
            joined = prefix + verb
            for form in [verb, *present]:
                finite[form].setdefault(prefix, joined)
                all_forms.setdefault(prefix + form, joined)
            for form in [*(f"ge{participle}" for participle in participles), f"zu{verb}"]:
                all_forms.setdefault(prefix + form, joined)
    return all_forms, dict(finite)


def _verbs() -> Iterator[tuple[str, list[str], list[str], list[str]]]:
    """Infinitive, stems, participles without `ge`, prefixes."""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        verb, irregular, prefixes = (*line.split("\t"), "", "")[:3]
        stem = verb.removesuffix("n").removesuffix("e")
        odd = irregular.split()
        participles = [word.removesuffix("=") for word in odd if word.endswith("=")]
        stems = [stem, *(word for word in odd if not word.endswith("="))]
        yield verb, stems, participles or [stem + "t", stem + "et"], prefixes.split()
