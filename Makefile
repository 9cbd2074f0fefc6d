# make demo    an office begun and a year lived through, and the calendars of two others; files under out/
# make test    every test
# make threads  the tests in which threads meet, with the thread sanitizer
# make bench   the benchmarks
# make docs    the site of the documents, in build/docs/html
# make format  the code in its agreed form
# make generated  what is made from the descriptions of records
# make clean   back to a fresh clone
#
# Everything is made inside this folder: .venv/, build/ and out/. On Debian, packages that are
# missing are installed first (by root or with sudo). A second run does only what has changed.

# How the C++ is built for the tests: a preset of CMakePresets.json.
PRESET ?= development
YEAR ?= 2026
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
# Handed to pytest, for instance PYTEST="-k calendar -x".
PYTEST ?=
# Handed to every benchmark: options of Google Benchmark, and how many dates those in Python take.
BENCH_CPP ?=
BENCH_PYTHON ?=

export CMAKE_BUILD_PARALLEL_LEVEL := $(JOBS)
export CTEST_PARALLEL_LEVEL := $(JOBS)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

BIN := .venv/bin
PREFIX := $(CURDIR)/build/prefix
DOCS := build/docs
# Folders stand for the files that leave them, so that a removed file is noticed as well.
PACKAGE_SOURCES := CMakeLists.txt pyproject.toml \
    $(shell find include src bindings python cmake -not -name '*.pyc' -not -name __pycache__)

.DELETE_ON_ERROR:
.PHONY: demo test cpp-tests consumer-test python-tests threads bench docs generated format install-package \
    clean packages-build packages-test packages-bench packages-docs packages-sanitize

demo: .venv/package
	@mkdir -p out
	@$(BIN)/python tests/tools/run_page.py docs/your-own-office.md out/mapo
	@echo
	@$(BIN)/probity calendar songpa --year $(YEAR) --ics out/songpa-$(YEAR).ics
	@echo
	@$(BIN)/probity calendar yongsan --year $(YEAR) --ics out/yongsan-$(YEAR).ics

test: cpp-tests consumer-test python-tests

# The release preset builds the benchmarks as well.
cpp-tests: packages-build packages-test $(if $(filter release,$(PRESET)),packages-bench)
	cmake --preset $(PRESET)
	cmake --build --preset $(PRESET)
	ctest --preset $(PRESET)

# A program of its own that finds the installed library, as a user's would.
consumer-test: cpp-tests
	rm -rf $(PREFIX)
	cmake --install build/$(PRESET) --prefix $(PREFIX) >/dev/null
	cmake -S tests/consumer -B build/consumer -G Ninja --fresh -DCMAKE_PREFIX_PATH=$(PREFIX)
	cmake --build build/consumer
	ctest --test-dir build/consumer --output-on-failure

python-tests: .venv/package .venv/test-tools tests/peers/node_modules/.package-lock.json \
        consumer-test
	PROBITY_PREFIX=$(PREFIX) PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m pytest -n $(JOBS) --dist loadfile $(PYTEST)

# A build of its own of all layers, which takes too long for .ci/run.
threads: packages-build packages-test packages-sanitize
	cmake --preset threads
	cmake --build --preset threads
	ctest --preset threads

bench: packages-build packages-test packages-bench .venv/package .venv/test-tools \
        tests/peers/node_modules/.package-lock.json
	cmake --preset release
	cmake --build --preset release
	@set -e; for program in build/release/benchmarks/probity_*_benchmark; do \
	    echo "== $$program"; $$program $(BENCH_CPP); done
	@set -e; for script in $(wildcard benchmarks/*.py); do \
	    echo "== $$script"; PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python $$script $(BENCH_PYTHON); done

# The site; a warning is an error, of which all are shown. The pictures' fonts are the tests'.
docs: packages-docs .venv/package .venv/docs-tools
	@mkdir -p $(DOCS)
	rm -rf $(DOCS)/doxygen $(DOCS)/html
	PATH="$(CURDIR)/$(BIN):$$PATH" doxygen docs/Doxyfile
	$(BIN)/python -m sphinx -E -q -W --keep-going -b html -d $(DOCS)/doctrees docs $(DOCS)/html
	@echo "The documents are in $(DOCS)/html/index.html"

# What is made from the descriptions of records: the JSON schema and the page of the format, the records and their commands in the
# stub, the names of kinds and states in Python's types, and the names that the package gives on.
generated: packages-build .venv/package
	cmake --preset $(PRESET)
	cmake --build --preset $(PRESET) --target make_schema
	build/$(PRESET)/tests/make_schema tests/tools/schema_types.json >build/programme.schema.json
	mv build/programme.schema.json src/exchange/programme.schema.json
	$(BIN)/python tests/tools/make_stub.py python/probity/_core.pyi
	$(BIN)/python tests/tools/make_format.py docs/format.md

format: .venv/lint-tools
	find include src bindings tests benchmarks \( -name '*.cpp' -o -name '*.hpp' \) \
	    -not -path '*/node_modules/*' -print0 | xargs -0 $(BIN)/clang-format -i
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The virtual environment, with the package built and installed in it.
install-package: .venv/package

.venv/build-tools: tests/requirements/build.txt | packages-build
	test -x $(BIN)/python || "$$(.ci/find-python)" -m venv .venv
	$(BIN)/python -m pip install -q -r tests/requirements/build.txt
	touch $@

.venv/test-tools: tests/requirements/test.txt .venv/build-tools
	$(BIN)/python -m pip install -q -r tests/requirements/test.txt
	touch $@

.venv/docs-tools: tests/requirements/docs.txt .venv/test-tools
	$(BIN)/python -m pip install -q -r tests/requirements/docs.txt
	touch $@

.venv/lint-tools: tests/requirements/lint.txt .venv/build-tools
	$(BIN)/python -m pip install -q -r tests/requirements/lint.txt
	touch $@

.venv/distribution-tools: tests/requirements/distribution.txt .venv/build-tools
	$(BIN)/python -m pip install -q -r tests/requirements/distribution.txt
	touch $@

.venv/package: $(PACKAGE_SOURCES) .venv/build-tools
	SKBUILD_BUILD_DIR=build/python $(BIN)/python -m pip install -q --no-build-isolation .
	touch $@

# The JavaScript engines that the tests hold answers against, and what drives a browser.
tests/peers/node_modules/.package-lock.json: tests/peers/package-lock.json .venv/test-tools
	cd tests/peers && PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --no-audit --no-fund --no-update-notifier
	touch $@

packages-build packages-test packages-bench packages-docs packages-sanitize: packages-%:
	@.ci/debian-packages $*

clean:
	rm -rf .venv build dist out tests/peers/node_modules
	rm -rf .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -prune -exec rm -rf {} +
