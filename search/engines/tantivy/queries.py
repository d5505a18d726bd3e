"""A question as tantivy queries."""

from collections.abc import Iterable, Sequence

from tantivy import FieldType, Occur, Query

from search.engines.questions import Question, facet_token
from search.engines.tantivy.schema import schema


def hits_query(question: Question) -> Query:
    """What matches, in the asked types only."""
    if not question.types:
        return counts_query(question)
    of_types = _any_term("type", question.types)
    return Query.boolean_query([(Occur.Must, counts_query(question)), (Occur.Must, _unscored(of_types))])


def counts_query(question: Question) -> Query:
    """What matches in all types: the ground for counting facets."""
    clauses = [(Occur.Must, _matching(question)), *((Occur.Must, _unscored(f)) for f in _filters(question))]
    return Query.boolean_query(clauses + [(Occur.Should, bonus) for bonus in _bonuses(question)])


def _bonuses(question: Question) -> Iterable[Query]:
    yield _scored("title_key", " ".join(question.stems), question.weights.exact_title)
    if question.whole:
        yield _scored("phrases", question.whole, question.weights.exact_term)
    for pair in question.phrases:
        yield _scored("phrases", pair, question.weights.pair)


def _matching(question: Question) -> Query:
    """Enough of the words, or an object that is needed for what happened."""
    if not question.lifted:
        return _words(question)
    lifts = [_scored("objects", key, score) for key, score in question.lifted.items()]
    return Query.boolean_query([(Occur.Should, clause) for clause in (_words(question), *lifts)])


def _words(question: Question) -> Query:
    clauses = [_word(stem, question) for stem in question.stems]
    if question.records and not clauses:
        # In company, tantivy leaves out a plain `all_query` and with it its score.
        return Query.const_score_query(Query.all_query(), 1.0)
    if question.prefix and clauses:
        beginning = Query.const_score_query(_begins_with(question.prefix), question.weights.prefix)
        clauses[-1] = Query.disjunction_max_query([clauses[-1], beginning], 0.0)
    if question.at_least >= len(clauses):
        return Query.boolean_query([(Occur.Must, clause) for clause in clauses])
    should = [(Occur.Should, clause) for clause in clauses]
    return Query.boolean_query(should, minimum_number_should_match=question.at_least)


def _word(stem: str, question: Question) -> Query:
    """The word in its best field, or one of its alternatives."""
    itself = _in_best_field(stem, question)
    others = [_all_of(other, question) for other in question.alternatives.get(stem, ())]
    return Query.disjunction_max_query([itself, *others], 0.0) if others else itself


def _all_of(stems: Sequence[str], question: Question) -> Query:
    """All of these words, which together are worth as much as one."""
    clauses = [(Occur.Must, _in_best_field(stem, question)) for stem in stems]
    return Query.boost_query(Query.boolean_query(clauses), 1 / len(stems))


def _in_best_field(stem: str, question: Question) -> Query:
    terms = [
        Query.boost_query(Query.term_query(schema(), name, stem, "freq"), weight)
        for name, weight in question.weights.fields.items()
    ]
    return Query.disjunction_max_query(terms, question.weights.other_fields)


def _begins_with(prefix: str) -> Query:
    """A fuzzy query without errors: the quickest way to a prefix, and nothing in it needs escaping."""
    return Query.fuzzy_term_query(schema(), "words", prefix, distance=0, prefix=True)


def _filters(question: Question) -> Iterable[Query]:
    yield _any_term("language", [question.language])
    yield Query.range_query(
        schema(), "visible_until", FieldType.Integer, lower_bound=question.now, include_lower=False
    )
    if question.records:
        yield _any_term("record", question.records)
    if question.without:
        others = (Occur.MustNot, _any_term("record", question.without))
        yield Query.boolean_query([(Occur.Must, Query.all_query()), others])
    for name, values in question.filters.items():
        yield _any_term("facet", [facet_token(name, value) for value in values])


def _any_term(field: str, values: Sequence[str]) -> Query:
    terms = [Query.term_query(schema(), field, value, "basic") for value in values]
    return terms[0] if len(terms) == 1 else Query.boolean_query([(Occur.Should, term) for term in terms])


def _scored(field: str, value: str, score: float) -> Query:
    return Query.const_score_query(Query.term_query(schema(), field, value, "basic"), score)


def _unscored(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)
