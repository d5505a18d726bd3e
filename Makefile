# `make run` and `make test` do all their set-up. Nothing else is needed first.
.DEFAULT_GOAL := help
.PHONY: help run dev reset test test-fast lint format bench lock
SHELL := /bin/sh
PY := .venv/bin/python

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' $(MAKEFILE_LIST) | expand -t 12

run: ## Set everything up (once) and serve the city on 127.0.0.1:$PORT
	@scripts/venv.sh requirements.txt
	@exec $(PY) manage.py serve --prepare

dev: ## The same with autoreload and the debug page
	@scripts/venv.sh requirements.txt requirements-dev.txt
	@CITY_ENV=development exec $(PY) manage.py serve --prepare --autoreload

reset: ## Delete what is marked as demo content (lists it and asks first)
	@scripts/venv.sh requirements.txt
	@$(PY) manage.py delete_demo_city

test: ## Every test that this machine allows
	@scripts/venv.sh requirements.txt requirements-dev.txt
	@scripts/test.sh

test-fast: ## Tests without browser, servers and slow ones
	@scripts/venv.sh requirements.txt requirements-dev.txt
	@scripts/test.sh -m "not slow and not e2e and not server"

lint: ## Style, types, layers, migrations, duplicates, dead code
	@scripts/venv.sh requirements.txt requirements-dev.txt
	@scripts/lint.sh

format: ## Put code and templates into the house style
	@scripts/venv.sh requirements.txt requirements-dev.txt
	@.venv/bin/ruff check --fix-only --quiet .
	@.venv/bin/ruff format --quiet .
	@.venv/bin/djlint --reformat --quiet templates || true

bench: ## Cost of a request as a multiple of a frozen floor
	@scripts/venv.sh requirements.txt requirements-dev.txt
	@$(PY) tests/bench/run.py

lock: ## Lock requirements again from the .in files
	@scripts/venv.sh requirements.txt requirements-dev.txt
	@scripts/lock.sh
