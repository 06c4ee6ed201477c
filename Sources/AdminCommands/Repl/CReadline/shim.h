#ifndef UBADMIN_CREADLINE_H
#define UBADMIN_CREADLINE_H

#include <stdio.h>
#include <readline/readline.h>
#include <readline/history.h>

// Swift does not touch readline's global variables; these do, once at the start…
static inline void ubadmin_readline_open(rl_getc_func_t *next_byte,
                                         rl_completion_func_t *complete,
                                         rl_linebuf_func_t *is_quoted) {
  rl_readline_name = "ubadmin";
  rl_getc_function = next_byte;
  rl_attempted_completion_function = complete;
  rl_char_is_quoted_p = is_quoted;
  rl_completer_word_break_characters = " \t\n";
  rl_completer_quote_characters = "\"'";
  rl_catch_signals = 0;
  rl_catch_sigwinch = 1;
}

// …and at each completion, because readline resets them.
static inline void ubadmin_readline_completes(int files, int goes_on) {
  rl_attempted_completion_over = 1;
  rl_filename_completion_desired = files;
  rl_filename_quoting_desired = 0;
  rl_completion_suppress_append = goes_on;
  rl_completion_suppress_quote = goes_on;
  rl_sort_completion_matches = 0;
}

static inline int ubadmin_readline_lists(void) { return rl_completion_type != '%'; }

static inline int ubadmin_readline_takes_command(void) { return RL_ISSTATE(RL_STATE_READCMD) != 0; }
static inline const char *ubadmin_readline_buffer(void) { return rl_line_buffer; }

#endif
