"""What editors of the search can do about a gap themselves."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from search.registries import GapOffer

from .policies import best_bets


def synonym_offers(query: str, language: str, user: Any) -> list[GapOffer]:
    if not user.has_perm("search_editorial.add_synonym"):
        return []
    address = f"{reverse('search_synonyms:add')}?{urlencode({'terms': query, 'language': language})}"
    return [GapOffer("Synonym anlegen", address)]


def best_bet_offers(query: str, language: str, user: Any) -> list[GapOffer]:
    if not best_bets.user_has_permission(user, "add"):
        return []
    address = f"{reverse('search_best_bets:add')}?{urlencode({'queries': query, 'language': language})}"
    return [GapOffer("Besten Treffer setzen", address)]
