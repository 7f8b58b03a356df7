# Two commands are all a user needs: `make run` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
REPORTS ?= samples/reports
RECORD ?= record/communique.sqlite
# The samples are set in an invented conflict with a pack of its own; your reports are read with the packs that come along.
SETTINGS ?= $(if $(filter samples/%,$(REPORTS)),--settings samples/settings.toml)

.PHONY: run test check clean

run: $(VENV)/installed
	@mkdir -p $(dir $(RECORD)) record/pages
	$(BIN)/communique add $(SETTINGS) --record $(RECORD) $(REPORTS)
	$(BIN)/communique show --record $(RECORD) --format html --out record/pages >/dev/null
	$(BIN)/communique show --record $(RECORD)
	@echo
	@echo "The record is in $(RECORD); a page for each report: record/pages/index.html"

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest

check: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/installed-dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev]"
	@touch $@ $(VENV)/installed

clean:
	rm -rf $(VENV) record build
