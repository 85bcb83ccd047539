PYTHON ?= python3
PORT ?= 8000
HOUSE = $(PYTHON) tools/house.py

.PHONY: help run demo test audit bench lint messages lock picture clean

help: ## tell what each target does
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: ## install what is needed, migrate, load the content and serve on 127.0.0.1 (PORT=8123 for another port)
	$(HOUSE) run --port $(PORT)

demo: ## as run, with a made-up history of 5000 questions to see the reports with
	$(HOUSE) demo --port $(PORT)

test: ## install what the tests need and run them all, on SQLite and on PostgreSQL
	$(HOUSE) test

audit: ## axe on every page type in every language, light and dark, phone and desktop
	$(HOUSE) audit

bench: ## measure speed, weight and memory beside plain alternatives; writes docs/performance.md
	$(HOUSE) bench

lint: ## only the static checks: ruff, biome, mypy, imports, system checks, catalogues
	$(HOUSE) lint

messages: ## bring the catalogues in locales/ up to date with the source
	$(HOUSE) messages

lock: ## resolve requirements/*.in into hashed lock files
	$(HOUSE) lock

picture: ## draw docs/architecture.svg from the code
	$(HOUSE) picture

clean: ## throw away everything that was made: environment, database, built files
	rm -rf .venv var node_modules
