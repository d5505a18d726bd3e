"""A question in the query language of Elasticsearch. Scores are those of the embedded engine."""

from collections.abc import Iterator, Sequence

from elasticsearch.dsl import A, Q, Search
from elasticsearch.dsl.query import Query

from search.engines.questions import Question, facet_token

FACET_VALUES_LIMIT = 500


def search_body(question: Question) -> Search:
    """The whole request: matching, types as a post filter so that counts cover all types."""
    request = (
        Search()
        .query(Q("function_score", query=_ranked(question), field_value_factor={"field": "prior"}))
        .source(["stored"])
        .extra(track_total_hits=question.counted)
    )[question.offset : question.offset + question.size]
    if question.types:
        request = request.post_filter("terms", type=list(question.types))
    if question.counted:
        for name in ("type", "facet"):
            request.aggs.bucket(name, A("terms", field=name, size=FACET_VALUES_LIMIT))
    return request


def _ranked(question: Question) -> Query:
    return Q(
        "bool",
        must=[_matching(question)],
        should=list(_bonuses(question)),
        filter=list(_filters(question)),
    )


def _bonuses(question: Question) -> Iterator[Query]:
    yield _scored("title_key", " ".join(question.stems), question.weights.exact_title)
    if question.whole:
        yield _scored("phrases", question.whole, question.weights.exact_term)
    for pair in question.phrases:
        yield _scored("phrases", pair, question.weights.pair)


def _scored(field: str, value: str, score: float) -> Query:
    return Q("constant_score", filter=Q("term", **{field: value}), boost=score)


def _matching(question: Question) -> Query:
    """Enough of the words, or an object that is needed for what happened."""
    if not question.lifted:
        return _words(question)
    lifts = [_scored("objects", key, score) for key, score in question.lifted.items()]
    return Q("bool", should=[_words(question), *lifts], minimum_should_match=1)


def _words(question: Question) -> Query:
    clauses = [_word(stem, question) for stem in question.stems]
    if question.records and not clauses:
        return Q("match_all")
    if question.prefix and clauses:
        beginning = Q(
            "constant_score", filter=Q("prefix", words=question.prefix), boost=question.weights.prefix
        )
        clauses[-1] = Q("dis_max", queries=[clauses[-1], beginning], tie_breaker=0.0)
    return Q("bool", should=clauses, minimum_should_match=min(question.at_least, len(clauses)))


def _word(stem: str, question: Question) -> Query:
    """The word in its best field, or one of its alternatives."""
    itself = _in_best_field(stem, question)
    others = [_all_of(other, question) for other in question.alternatives.get(stem, ())]
    return Q("dis_max", queries=[itself, *others], tie_breaker=0.0) if others else itself


def _all_of(stems: Sequence[str], question: Question) -> Query:
    """All of these words, which together are worth as much as one."""
    return Q("bool", must=[_in_best_field(stem, question) for stem in stems], boost=1 / len(stems))


def _in_best_field(stem: str, question: Question) -> Query:
    terms = [
        Q("term", **{name: {"value": stem, "boost": weight}})
        for name, weight in question.weights.fields.items()
    ]
    return Q("dis_max", queries=terms, tie_breaker=question.weights.other_fields)


def _filters(question: Question) -> Iterator[Query]:
    yield Q("term", language=question.language)
    yield Q("range", visible_until={"gt": question.now})
    if question.records:
        yield Q("terms", record=list(question.records))
    if question.without:
        yield ~Q("terms", record=list(question.without))
    for name, values in question.filters.items():
        yield Q("terms", facet=[facet_token(name, value) for value in values])
