import io

from servicefinder.cases.enums import EntryKind
from servicefinder.cases.exports.xdomea.reading import read_abgabe
from tests.cases.backoffice.conftest import House, url


def test_a_case_is_downloaded_as_xdomea_and_that_is_journalled(house: House):
    case = house.case()
    client = house.client("ours-author")
    assert "xdomea" in client.get(url("case", case.pk)).content.decode()

    response = client.post(url("xdomea", case.pk))

    assert "attachment" in response["Content-Disposition"]
    assert "no-store" in response["Cache-Control"]
    [found] = read_abgabe(io.BytesIO(b"".join(response.streaming_content)))
    assert found.id == case.pk
    entry = case.journal.get(kind=EntryKind.EXPORTED)
    assert entry.by_name
    assert entry.references["process"] in response["Content-Disposition"]


def test_a_link_alone_writes_nothing_down(house: House):
    case = house.case()

    assert house.client("ours-author").get(url("xdomea", case.pk)).status_code == 405
    assert not case.journal.filter(kind=EntryKind.EXPORTED).exists()
