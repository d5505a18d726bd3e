"""Words that say nothing about the matter, in folded spelling. Our own short lists: every word that
could be part of a matter (`ohne`, `neu`, `alt`, `mehr`) stays searchable.
"""

_GERMAN = """
    aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bist bitte da dabei
    dafuer damit dann daran darauf darf das dass davon dazu dein deine deinem deinen deiner dem den denn
    der des deshalb dessen die dies diese diesem diesen dieser dieses doch dort du duerfen durch
    eigentlich ein eine einem einen einer eines er es etwas euch euer eure fuer gegen gibt hab habe haben
    hast hat hatte hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in ins irgend ist ja
    jede jedem jeden jeder jedes kann kannst koennen konnte man mein meine meinem meinen meiner meines
    mich mir mit moechte moechten muss musst muessen nach nicht noch nun nur ob oder seid sein seine
    seinem seinen seiner seit sich sie sind so soll sollen sowie ueber um und uns unser unsere unserem
    unseren unserer unter vom von vor war waren warum was weil welche welchem welchen welcher welches wem
    wen wenn wer werde werden wie wieso will wir wird wo woher wohin wollen worden wuerde wurde wurden zu
    zum zur zwischen
"""
_ENGLISH = """
    a about am an and any are as at be been but by can could did do does for from had has have he her his
    how i if in into is it its me must my no not of on or our she should so some that the their them then
    there these they this those to us was we were what when where which who whom why will with would you
    your
"""
STOP_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {"de": _GERMAN, "de-simple": _GERMAN, "en": _ENGLISH}.items()
}


def is_stop_word(word: str, language: str) -> bool:
    """Whether a folded word carries no meaning of its own in `language`."""
    return word in STOP_WORDS.get(language, ())
