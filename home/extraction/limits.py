"""What reading one file may cost. Beyond it reading ends with what there is, or with nothing."""

import resource

PAGES_LIMIT = 300
CHARACTERS_LIMIT = 300_000
PART_LIMIT_BYTES = 30 * 1024 * 1024  # Of one unpacked part of an office file.
RATIO_LIMIT = 300
CPU_SECONDS = 30
WALL_SECONDS = 60
MEMORY_BYTES = 1024 * 1024 * 1024
OUTPUT_BYTES = 8 * 1024 * 1024


def confine() -> None:
    """The process that calls this is ended by the system when it wants more."""
    for what, limit in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, OUTPUT_BYTES),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        resource.setrlimit(what, (limit, limit))
