# Two commands for a newcomer: make demo, make test. Everything else is for people who work on it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SERVE ?= 1
PORT ?= 8000
JOBS ?= 2

.DEFAULT_GOAL := help
.PHONY: help demo test slow check lint types contracts workflows format findings catalogue lock schemas district browser clean

help: ## Show what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: $(VENV)/.run ## Build the demo district and serve it (SERVE=0 only builds, into site/)
	@if [ -e .demo ]; then echo "Using the district in .demo as it is (make clean removes it)."; else $(BIN)/proofolio demo .demo; fi
	@cd .demo && NO_MKDOCS_2_WARNING=1 ../$(BIN)/mkdocs build --site-dir ../site
	@if [ "$(SERVE)" = "0" ]; then echo "The site is in site/."; else \
		echo "The demo is at http://127.0.0.1:$(PORT)/ (Ctrl-C ends it)."; \
		$(BIN)/python -m http.server $(PORT) --bind 127.0.0.1 --directory site; fi

test: $(VENV)/.dev ## Set everything up and run the fast tests
	@$(BIN)/python -m pytest -n $(JOBS)

slow: $(VENV)/.dev ## Run the slow tests too (what needs a browser says so)
	@$(BIN)/python -m pytest -m slow -n $(JOBS)

check: lint types contracts workflows ## What CI runs besides the tests
	@$(BIN)/proofolio check
	@echo "All checks passed."

lint: $(VENV)/.dev ## Style
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: $(VENV)/.dev ## Types, strictly
	@$(BIN)/mypy

contracts: $(VENV)/.dev ## Which module may import which
	@cd plugins && ../$(BIN)/lint-imports --config ../pyproject.toml

workflows: $(VENV)/.dev ## Whether the forge's workflows are sound and safe
	@$(BIN)/zizmor --quiet --pedantic --offline .github action.yml
	@$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@$(BIN)/check-jsonschema --builtin-schema vendor.github-actions action.yml .github/actions/*/action.yml
	@$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml

format: $(VENV)/.dev ## Lay the code out
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

findings: $(VENV)/.dev ## Write the generated docs: findings, and the tables of keys
	@$(BIN)/python -m tests.house.findings_pages
	@$(BIN)/python -m tests.house.files_page

lock: $(VENV)/.dev ## Write the exact packages, with hashes, that workflows install
	@sed -n 's/^requires = \["\(.*\)"\]$$/\1/p' pyproject.toml | $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --upgrade --output-file .github/actions/install/requirements.txt pyproject.toml -

catalogue: $(VENV)/.dev ## Bring the catalogues of words up to date with the sources
	@$(BIN)/python -m tests.house.catalogue

schemas: $(VENV)/.dev ## Write the JSON Schemas that the package ships
	@$(BIN)/proofolio schema --to plugins/proofolio/adapters/files/schemas
	@$(BIN)/proofolio schema

district: $(VENV)/.dev ## Issue the demo's credentials anew; write its last state into competencies/ and portfolios/
	@$(BIN)/python -m tests.house.demo_credentials

browser: $(VENV)/.dev ## Install what the browser tests need (Chromium itself comes from Debian)
	@$(BIN)/python -m pip install -q --group browser

clean: ## Remove everything that was made
	rm -rf $(VENV) site .demo .district .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Some systems (a bare Debian) have Python without pip and without ensurepip; tools/venv.sh copes.
$(BIN)/python:
	@PYTHON="$(PYTHON)" sh tools/venv.sh $(VENV)

$(VENV)/.run: $(BIN)/python pyproject.toml
	@echo "Installing Proofolio …"
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run pyproject.toml
	@echo "Installing what the tests need …"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --group dev
	@touch $@
