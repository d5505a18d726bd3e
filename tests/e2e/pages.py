"""One address of every page type of the demo city."""

PAGE_TYPES = {
    "home": "/",
    "home in English": "/en/",
    "home in Leichte Sprache": "/leichte-sprache/",
    "finder": "/dienstleistungen/",
    "finder, filtered": "/dienstleistungen/?lebenslage=reisen",
    "service": "/dienstleistungen/reisepass/",
    "service, restricted": "/dienstleistungen/einbuergerung/",
    "search": "/suche/?q=ausweis",
    "search without result": "/suche/?q=xqzvw",
    "departments": "/aemter/",
    "department": "/aemter/buergeramt/",
    "office": "/standorte/buergeramt-mitte/",
    "life situation": "/lebenslagen/umziehen/",
    "news": "/aktuelles/",
    "events": "/veranstaltungen/",
    "facilities": "/einrichtungen/",
    "official notices": "/bekanntmachungen/",
    "contact": "/kontakt/",
    "feedback": "/feedback/reisepass/",
    "report a barrier": "/barrierefreiheit/melden/",
    "imprint": "/impressum/",
    "privacy": "/datenschutz/",
    "accessibility": "/barrierefreiheit/",
    "forms": "/formulare/",
}
# Lists whose first entry is a page type of its own.
LISTS = {
    "news": "/aktuelles/",
    "events": "/veranstaltungen/",
    "facilities": "/einrichtungen/",
    "notices": "/bekanntmachungen/",
}
