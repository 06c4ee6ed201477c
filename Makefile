# make, make demo, make test, make bench, make lint, make format, make install PREFIX=
.POSIX:
.PHONY: all set-up demo test test-set-up bench lint format install uninstall clean

PREFIX = /usr/local
DESTDIR =
SWIFT = swift
RELEASE = .build-release
BINARY = $(RELEASE)/release/ubadmin

all: set-up
	$(SWIFT) build -c release --static-swift-stdlib --scratch-path $(RELEASE) --product ubadmin

set-up:
	Scripts/set-up build

test-set-up:
	Scripts/set-up test

demo: all
	Scripts/demo $(BINARY)

test: test-set-up
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --parallel

bench: all test-set-up
	Benchmarks/run $(BINARY)

lint: test-set-up
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift
	shellcheck Scripts/* .ci/run

format:
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

install:
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/ubadmin
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions
	$(BINARY) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/ubadmin
	install -d $(DESTDIR)$(PREFIX)/share/zsh/site-functions
	$(BINARY) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_ubadmin
	install -d $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(BINARY) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/ubadmin.fish

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/ubadmin
	rm -f $(DESTDIR)$(PREFIX)/share/bash-completion/completions/ubadmin
	rm -f $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_ubadmin
	rm -f $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/ubadmin.fish

clean:
	rm -rf .build $(RELEASE) .build-bench demo
