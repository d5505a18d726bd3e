#!/bin/sh
# Each check prints nothing but what is wrong; the first one that fails ends the run.
set -eu
cd "$(dirname "$0")/.."
DATA_DIR=$(mktemp -d "${TMPDIR:-/tmp}/city-lint.XXXXXX")
export DATA_DIR
trap 'rm -rf "$DATA_DIR"' EXIT INT TERM
step() { printf '%-24s' "$1"; shift; "$@" && echo ok; }

step "ruff" .venv/bin/ruff check --quiet .
step "ruff format" .venv/bin/ruff format --check --quiet .
step "djlint" .venv/bin/djlint --lint --quiet templates
step "mypy" .venv/bin/mypy --no-error-summary site search home servicefinder
step "import-linter" env PYTHONPATH=site .venv/bin/lint-imports --no-cache
step "migrations" .venv/bin/python manage.py makemigrations --check --dry-run \
    accounts outbox capabilities limits uploads workdays democity search search_editorial home catalogue cases addresses \
    onlineforms waste passports
step "settings reference" .venv/bin/python manage.py settings_reference --check
step "dead code" .venv/bin/vulture site search home servicefinder scripts/vulture_allowed.py \
    --exclude "*/migrations/*" --min-confidence 80
step "duplicates" .venv/bin/pylint --disable=all --enable=duplicate-code --min-similarity-lines=9 \
    --ignore-paths=".*/migrations/.*" --score=n -j 1 site/* search home servicefinder
