# `make demo` checks the examples, `make test` runs every test; both set up what they need in .venv first.
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif

.PHONY: demo test lint picture clean

demo: $(VENV)/.installed
	@echo "The good example:"
	@$(BIN)/casecheck check examples/good
	@echo
	@echo "The bad example (findings are what it is for):"
	@$(BIN)/casecheck check examples/bad --fail-on never

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

picture: $(VENV)/.installed-dev
	$(BIN)/python docs/draw_report.py

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable .
	@echo ok > $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --group dev
	@echo ok > $@

clean:
	rm -rf $(VENV) build dist
