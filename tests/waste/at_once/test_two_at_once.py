"""Two people of the department press the same button at the same moment: one does, the other is told."""

import json

from tests.real_processes import Processes


def test_one_publishes_and_the_other_is_told_and_nothing_is_doubled(empty_city: Processes) -> None:
    found = json.loads(empty_city.run())

    assert found["published"] == [["done", "told"]] * 6
    # The year itself, then each time one day that was moved.
    assert found["steps"] == found["revisions"] == 6
    assert found["changes"] == 1 + 5 and found["days"] == [52, 5]  # 52 days, 5 of them changed once.
    assert found["served"] == 1
    assert found["saved"] == [["done", "told"]] * 3 and found["tour_steps"] == 3
    assert found["undone"] == ["done", "told"]
