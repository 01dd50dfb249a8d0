# One word does everything: each sets up what it needs, and sets up nothing twice.
.DEFAULT_GOAL := help
.PHONY: help run demo test test-postgresql check bench soak sheets clean

BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest
# What leans on the database runs on a file of SQLite, and once more on a real PostgreSQL; the dump
# of one is made in the first round already. `make test-postgresql` leaves nothing out.
KEPT := tests/keeping tests/promises tests/faults $(addprefix tests/pages/,account front sharing) \
	--ignore tests/promises/test_dump_postgresql.py

help:
	@echo 'make run     open the notebook on this computer'
	@echo 'make demo    open a made-up year, to look around; nothing of it stays'
	@echo 'make test    set up, check, and run every test but the long ones'
	@echo 'make test-postgresql   every test on PostgreSQL (BESIDE_TEST_POSTGRESQL=16 or 18)'
	@echo 'make check   format, lint, types, layers, templates, migrations, budgets'
	@echo 'make bench   measure, and write build/bench.json'
	@echo 'make soak    the long tests: thousands of kills, a million changed bytes'
	@echo 'make sheets  the paper twin, as PDFs in build/sheets (or TO=a/folder)'
	@echo 'make clean   take away what was set up; never what somebody wrote'

run:
	@tools/setup run
	@exec $(BIN)/beside

demo:
	@tools/setup run
	@exec $(BIN)/beside demo

test:
	@tools/setup test
	@$(BIN)/python -m tools.check
	@$(PYTEST) -n 2 --dist loadscope -m 'not browser and not soak'
	@BESIDE_TEST_DATABASE=postgresql $(PYTEST) -n 2 --dist loadscope -m 'not browser and not soak' $(KEPT)
	@$(PYTEST) -n 2 --dist worksteal -m 'browser and not soak'

test-postgresql:
	@tools/setup test
	@BESIDE_TEST_DATABASE=postgresql $(PYTEST) -n 2 --dist loadscope -m 'not browser and not soak'
	@BESIDE_TEST_DATABASE=postgresql $(PYTEST) -n 2 --dist worksteal -m 'browser and not soak'
	@BESIDE_TEST_DATABASE=postgresql $(PYTEST) -m soak

check:
	@tools/setup dev
	@$(BIN)/python -m tools.check

bench:
	@tools/setup bench
	@$(BIN)/python -m benchmarks

soak:
	@tools/setup test
	@$(PYTEST) -m soak

sheets:
	@tools/setup run
	@$(BIN)/python -m tools.sheets $(TO)

clean:
	@rm -rf .venv .tools build src/beside/pages/collected
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find src tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
