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

// wcwidth knows only ASCII in the C locale of cron and ssh; output is UTF-8 in any locale.
// NULL where the system lacks C.UTF-8; then the process's own locale has to do.
static inline void *ubadmin_utf8_locale(void) {
  return newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}

// Cells of a character, or -1; the thread's locale is as before afterwards.
static inline int ubadmin_cell_width(unsigned int character, void *utf8_locale) {
  locale_t before = utf8_locale ? uselocale((locale_t)utf8_locale) : (locale_t)0;
  int width = wcwidth((int)character);
  if (before) uselocale(before);
  return width;
}

#endif
