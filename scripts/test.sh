#!/bin/sh
# Runs the tests; everything they write lies in a folder of their own that is removed afterwards.
set -eu
cd "$(dirname "$0")/.."
DATA_DIR=$(mktemp -d "${TMPDIR:-/tmp}/city-test.XXXXXX")
export DATA_DIR CITY_ENV=demo RATE_LIMITS=on
trap 'rm -rf "$DATA_DIR"' EXIT INT TERM
.venv/bin/python manage.py collectstatic --noinput --verbosity 0
.venv/bin/python -m pytest -n "${TEST_PROCESSES:-2}" --dist load -q "$@"
