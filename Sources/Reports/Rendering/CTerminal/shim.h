#ifndef UBADMIN_CTERMINAL_H
#define UBADMIN_CTERMINAL_H

#include <locale.h>
#include <sys/ioctl.h>

// Glibc declares wcwidth only under _XOPEN_SOURCE, which Swift's module map does not set.
int wcwidth(int character);

// ioctl takes variable arguments, which Swift does not import. Columns of the terminal, or 0.
static inline int ubadmin_terminal_columns(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

#endif
