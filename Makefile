# Foyer: `make run` for the site, `make test` for the suite. Nothing here asks a question.

PYTHON ?= python3
PORT ?= 8000
ARGS ?=
export PORT

BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
UV := $(shell command -v uv 2>/dev/null)
TEMPLATES = --target-version 5.2 $(shell find templates -name '*.html')
SCRIPTS := .ci/image-steps .ci/lock .ci/sum
PRODUCTION := SITE_URL=https://films.example.org SECRET_KEY=only-for-this-check-0123456789-abcdefghijklmnopqrstuvwxyz
COMPILE := pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate pyproject.toml

.DEFAULT_GOAL := help
.PHONY: help run test check fmt lock clean database

help:
	@sed -n 's/^| `\(make [a-z]*\)`[^|]*| \(.*\) |$$/\1\t\2/p' README.md | expand -t 14

run: .venv/requirements.txt database
	$(MANAGE) serve --port $(PORT)

test: .venv/requirements-dev.txt
	$(BIN)/python -m pytest -n 2 --dist worksteal $(ARGS)

check: .venv/requirements-dev.txt
	$(BIN)/ruff check . $(SCRIPTS)
	$(BIN)/ruff format --check . $(SCRIPTS)
	@$(BIN)/djade --check $(TEMPLATES)
	$(MANAGE) makemigrations --check --dry-run
	$(PRODUCTION) $(MANAGE) check --deploy --fail-level WARNING
	$(BIN)/python .ci/lock $(BIN)/uv
	$(BIN)/python -m pytest -q tests/test_house_rules.py tests/test_lock.py

fmt: .venv/requirements-dev.txt
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .
	@$(BIN)/djade $(TEMPLATES)

lock: .venv/requirements-dev.txt
	$(BIN)/uv $(COMPILE) -o requirements.txt
	$(BIN)/uv $(COMPILE) --group dev -c requirements.txt -o requirements-dev.txt

clean:
	rm -rf .venv var collected .pytest_cache .ruff_cache .hypothesis

# Bulk steps may take longer than the 15 seconds that a page's query gets on PostgreSQL. Only our own
# styles and scripts are compressed here: all of the admin's would take longer than the rest. The
# demo says 3 where real people have signed up: their site runs without it.
database: .venv/requirements.txt
	@STATEMENT_TIMEOUT=0 $(MANAGE) migrate --verbosity 0
	@$(MANAGE) createcachetable --verbosity 0
	@$(MANAGE) collectstatic --no-input --verbosity 0
	@$(BIN)/python -m whitenoise.compress --quiet collected/css collected/js
	@STATEMENT_TIMEOUT=0 $(MANAGE) demo --stage open || [ $$? -eq 3 ]

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Foyer needs Python 3.11 or newer; set PYTHON to one")'
ifdef UV
	$(UV) venv --quiet --python $(PYTHON) .venv
else
	$(PYTHON) -m venv .venv
endif

# The copy in .venv says what is installed there, so that only a changed lock costs time.
.venv/requirements.txt .venv/requirements-dev.txt: .venv/%: .venv/bin/python FORCE
	@cmp -s $* $@ || { $(MAKE) --no-print-directory install LOCK=$* && cp $* $@; }

.PHONY: install FORCE
install:
ifdef UV
	$(UV) pip install --quiet --python .venv/bin/python --require-hashes -r $(LOCK)
else
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(LOCK)
endif

FORCE:
