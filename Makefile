# Every habit is one word. What is longer than a line lives in scripts/.

FLAGS := --explicit-target-dependency-import-check error
LINTED := Sources Tests Package.swift Benchmarks/Package.swift Benchmarks/Sources

.PHONY: bootstrap build demo test ci lint format record docs requirements simulate bench clean

bootstrap:
	@scripts/bootstrap

build: bootstrap
	@swift build $(FLAGS)

# Opens the console on a day that is made up around the present moment.
demo: bootstrap
	@echo "Building Callout; the first time takes some minutes."
	@scripts/release $(FLAGS)
	@.build/release/callout demo

test: bootstrap lint
	@scripts/test $(FLAGS)

# What a change must pass: the same as test.
ci: test

lint:
	@swift format lint --strict --recursive $(LINTED)

format:
	@swift format --in-place --recursive $(LINTED)

# Writes the recorded screens anew and fails all the same, so that nothing is recorded unseen.
record: bootstrap
	@RECORD=1 scripts/test $(FLAGS)

# Writes the verb pages, the key page, the manual page and the completions anew from the verb catalogue.
docs: bootstrap
	@scripts/docs $(FLAGS)

# Capabilities that the project has taken on and no test quotes, or the other way round; a part of make test.
requirements:
	@scripts/requirements

# An office and its consoles on a bad network, by a released build: SEEDS=2000 runs so many, FROM=9 begins there,
# BUGS=1 searches the planted bugs first, SEED=7 plays one in the tests and tells its steps.
simulate: bootstrap
	@SEEDS=$(SEEDS) SEED=$(SEED) FROM=$(FROM) BUGS=$(BUGS) scripts/simulate $(FLAGS)

bench: bootstrap
	@scripts/bench $(FLAGS)

clean:
	@rm -rf .build Benchmarks/.build
