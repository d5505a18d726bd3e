from servicefinder.catalogue.imports.merging import Conflict, merge


def test_a_field_nobody_edited_follows_the_source():
    result = merge({"title": "alt"}, {"title": "alt"}, {"title": "neu"})

    assert result.changes == {"title": "neu"}
    assert result.conflicts == {}


def test_an_edited_field_is_kept_while_the_source_stays_the_same():
    result = merge({"title": "alt"}, {"title": "unser"}, {"title": "alt"})

    assert result.changes == {}
    assert result.conflicts == {}


def test_an_edited_field_that_the_source_changes_too_waits_for_a_decision():
    result = merge({"title": "alt"}, {"title": "unser"}, {"title": "neu"})

    assert result.changes == {}
    assert result.conflicts == {"title": Conflict("alt", "unser", "neu")}


def test_the_same_edit_on_both_sides_is_no_conflict():
    result = merge({"title": "alt"}, {"title": "neu"}, {"title": "neu"})

    assert (result.changes, result.conflicts) == ({}, {})


def test_a_field_emptied_by_the_department_stays_empty():
    result = merge({"body": "<p>alt</p>"}, {"body": ""}, {"body": "<p>alt</p>"})

    assert (result.changes, result.conflicts) == ({}, {})


def test_a_new_field_of_the_source_fills_only_what_is_empty_here():
    result = merge({}, {"ozg": "", "title": "unser"}, {"ozg": "10177", "title": "deren"})

    assert result.changes == {"ozg": "10177"}
    assert list(result.conflicts) == ["title"]
