"""How templates of this room write amounts."""

from django import template

from ..domain.amounts import euros

register = template.Library()
register.filter("euros", euros)
