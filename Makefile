# One target a habit; `make help` lists them. The environment in .venv is made, and made again when its requirements change.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3,$(shell command -v $(name) 2>/dev/null)))
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO_HOME := .demo
# the gold sets of `make eval`, the default ones when empty
SETS ?=
# the questions of `make eval-ci`: about a third, the same at every run
SLICE := 53

.PHONY: help demo app test check format bench reading eval eval-ci samples clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-8s  %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(READY) ## ingest the sample contracts and answer four questions about them
	@CLAUSIER_HOME=$(DEMO_HOME) $(BIN)/clausier ingest --each evals/samples/families
	@CLAUSIER_HOME=$(DEMO_HOME) $(BIN)/clausier ask --from evals/samples/demo.jsonl
	@echo
	@echo "Ask them yourself in the browser:  make app"

app: $(READY) ## open the web app on localhost, on the contracts of the demo or of CLAUSIER_HOME
	@CLAUSIER_HOME=$${CLAUSIER_HOME:-$(DEMO_HOME)} $(BIN)/clausier app

test: $(READY) ## run every test
	$(BIN)/python -m pytest -n 2

check: $(READY) ## format, lint, types, import directions and tests, as the build does
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2

format: $(READY) ## format the sources and mend what lint can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(READY) ## print speed and memory beside those of a plain stack
	$(BIN)/python -m evals.bench

reading: $(READY) ## print how well contracts are read: clauses, tables, amendments, scans, mutated files, killed runs
	$(BIN)/python -m evals.bench.structure
	$(BIN)/python -m evals.bench.tables
	$(BIN)/python -m evals.bench.family
	-$(BIN)/python -m evals.bench.twins
	$(BIN)/python -m evals.bench.scans
	$(BIN)/python -m evals.bench.fuzz
	$(BIN)/python -m evals.bench.kills

eval: $(READY) ## measure how good the answers are (SETS="samples corpus" for more)
	$(BIN)/clausier eval $(SETS)

eval-ci: $(READY) ## ask every third question on the sample contracts; fail when worse than the committed baseline
	$(BIN)/clausier eval --check samples
	$(BIN)/clausier eval samples --limit $(SLICE) --against evals/baselines/samples.json --json

samples: $(READY) ## build the sample contracts from their sources
	$(BIN)/python -m evals.samples.build

clean: ## remove what is made by the above, the environment included
	rm -rf $(VENV) $(DEMO_HOME) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" && "$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "make: expected Python 3.11 or later, found: $(or $(PYTHON),none); name one with make PYTHON=..." >&2; exit 1; }
	@test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV)
	@echo "Installing into $(VENV); this takes a minute or two at the first time."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@
