import socket

import pytest

from config.serving import preconditions
from config.serving.preconditions import CannotStart, lock, require_free_port, require_space, require_writable


def test_a_taken_port_is_named_with_a_way_out():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(CannotStart, match=rf"Port {port} .* taken.*PORT={port + 1} make run"):
            require_free_port(port)


def test_a_full_disk_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(preconditions, "MINIMUM_FREE_BYTES", 2**60)

    with pytest.raises(CannotStart, match="DATA_DIR"):
        require_space(tmp_path)


def test_a_folder_that_is_a_file_is_named(tmp_path):
    file = tmp_path / "var"
    file.write_text("")

    with pytest.raises(CannotStart, match="cannot be written"):
        require_writable(file)


def test_two_starts_do_not_work_in_one_folder(tmp_path):
    with lock(tmp_path, "prepare"), pytest.raises(CannotStart, match="Another start"):
        lock(tmp_path, "prepare")

    lock(tmp_path, "prepare").close()
