"""Two people move the same case at the same time: one does, the other is told."""

import json

from tests.real_processes import Processes


def test_one_moves_the_case_and_the_other_is_told(empty_city: Processes) -> None:
    found = json.loads(empty_city.run())

    assert found["outcomes"] == [["CaseChanged", "done"]] * 10
    # Received, moved once, exported by both; and every chain holds.
    assert (found["broken"], found["entries"]) == (0, [4])
