# make, make demo, make test, make crowd, make bench, make lint, make format, make docs,
# make install PREFIX= DESTDIR=, make tarball, make deb
.POSIX:
.PHONY: docs all set-up set-up-test set-up-lint demo test crowd bench lint format install uninstall \
  tarball deb package-trial clean

PREFIX = /usr/local
DESTDIR =
SWIFT = swift
RELEASE = .build-release
BINARY = $(RELEASE)/release/ubadmin
# For a fast start: no Swift or C++ libraries to load, none searched for next to the
# binary, packed relocations, no debugging data. Also: generic code is specialized
# across modules, and only the tests check for overlapping accesses.
RELEASE_FLAGS = --static-swift-stdlib --disable-local-rpath -Xswiftc -use-ld=lld \
  -Xswiftc -cross-module-optimization -Xswiftc -enforce-exclusivity=unchecked \
  -Xlinker -z -Xlinker pack-relative-relocs -Xlinker --strip-debug \
  -Xswiftc -Xclang-linker -Xswiftc -static-libgcc -Xlinker -L$(RELEASE)/static

bin = $(DESTDIR)$(PREFIX)/bin
man = $(DESTDIR)$(PREFIX)/share/man
bash = $(DESTDIR)$(PREFIX)/share/bash-completion/completions
zsh = $(DESTDIR)$(PREFIX)/share/zsh/site-functions
fish = $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d

all: set-up
	Scripts/static-libraries $(RELEASE)/static
	$(SWIFT) build -c release $(RELEASE_FLAGS) --scratch-path $(RELEASE) --product ubadmin

set-up:
	Scripts/set-up build

set-up-test:
	Scripts/set-up build test

set-up-lint:
	Scripts/set-up lint

demo: set-up
	@Scripts/with-progress "Building ubadmin:" demo/build.log $(MAKE) all
	@Scripts/demo $(BINARY)

# TEST_FLAGS go to the build of the tests.
test: set-up-test
	$(SWIFT) build --build-tests $(TEST_FLAGS)
	$(SWIFT) test --skip-build --parallel

# Stress-tests the release binary: sixteen processes run 500 commands each on one store of either engine.
crowd: all set-up-test
	$(SWIFT) build --build-tests $(TEST_FLAGS)
	UBADMIN_CROWD=500 UBADMIN_TEST_BINARY=$(BINARY) $(SWIFT) test --skip-build --filter 'CrowdTests|BuiltBinaryTests'

bench: all
	Scripts/set-up bench
	Benchmarks/run $(BINARY)

# Writes man/ from the commands' help.
docs: all
	mkdir -p man
	$(BINARY) manual .

lint: set-up-lint
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift
	Scripts/lint

format:
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

# Builds nothing, so that it can run as root after a build by another user.
install:
	@test -x $(BINARY) || { echo "There is no $(BINARY): run make first." >&2; exit 1; }
	install -d $(bin) $(bash) $(zsh) $(fish)
	install -m 755 $(BINARY) $(bin)/ubadmin
	install -m 644 completions/ubadmin.bash $(bash)/ubadmin
	install -m 644 completions/_ubadmin $(zsh)/_ubadmin
	install -m 644 completions/ubadmin.fish $(fish)/ubadmin.fish
	for page in man/*.[157]; do \
	  test ! -f $$page || install -D -m 644 -t $(man)/man$${page##*.} $$page || exit 1; done

uninstall:
	rm -f $(bin)/ubadmin $(bash)/ubadmin $(zsh)/_ubadmin $(fish)/ubadmin.fish
	rm -f $(man)/man1/ubadmin.1 $(man)/man1/ubadmin-*.1 $(man)/man5/ubadmin.5 \
	  $(man)/man5/ubadmin-*.5 $(man)/man7/ubadmin-*.7

tarball: all
	Scripts/set-up package
	Scripts/package tarball $(BINARY)

deb: all
	Scripts/set-up package
	Scripts/package deb $(BINARY)

# Tests the package: installs, runs and removes it in a fresh root; needs root and debootstrap.
package-trial: deb
	Scripts/set-up package-trial
	Scripts/package-trial dist/ubadmin_*.deb

clean:
	rm -rf .build $(RELEASE) .build-bench demo dist
