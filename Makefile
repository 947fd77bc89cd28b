# kiemdiem: `make run` reads an archive and opens the dashboard, `make test` runs every test.
# Both install what they need into .venv; a second run starts at once.

SHELL := /bin/sh
PYTHON ?= python3
ARCHIVE ?= data/samples
DB ?= data/warehouse/kiemdiem.duckdb
PORT ?= 8501
VENV := .venv
PY := $(VENV)/bin/python

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

.PHONY: help run setup test bench fuzz lint clean

help: ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

run: $(VENV)/run.ok ## read ARCHIVE (data/samples) into DB and open the dashboard on 127.0.0.1
	@$(VENV)/bin/kiemdiem ingest "$(ARCHIVE)" --db "$(DB)" || [ $$? -eq 3 ]
	@$(VENV)/bin/kiemdiem dashboard --db "$(DB)" --port $(PORT) --archive "$(ARCHIVE)"

setup: $(VENV)/run.ok ## install what `make run` needs into .venv

test: $(VENV)/test.ok ## install what the tests need and run them all
	@sh tests/system.sh
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(PY) -m pytest -q -n auto --dist loadgroup --doctest-modules pipeline extractors \
	  dashboards/titles.py dashboards/addresses.py tests

bench: $(VENV)/test.ok ## speed of extraction beside word segmentation; of the dashboard at full size
	$(PY) -m tests.bench
	$(PY) -m tests.dashboard_bench

fuzz: $(VENV)/test.ok ## 20,000 mutated files over all readers; none may crash or hang it
	$(PY) -m tests.fuzz --inputs 20000

clean: ## remove what `make` installed and built
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache build *.egg-info

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "kiemdiem needs Python 3.11 or newer; set it with: make PYTHON=python3.11"; exit 2; }
	@echo "Making the virtual environment $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.ok: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installing the pinned packages (once, about a minute) ..."
	@$(PY) -m pip install -q --require-hashes -r requirements/run.txt
	@$(PY) -m pip install -q --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/test.ok: requirements/test.txt $(VENV)/run.ok
	@echo "Installing the test tools ..."
	@$(PY) -m pip install -q --require-hashes -r requirements/test.txt
	@touch $@
