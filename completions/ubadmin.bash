# Completion for bash: asks ubadmin itself what may follow.
_ubadmin() {
  local -a found
  local program=${1/#\~\//$HOME/}
  # Where it is not on the PATH, UBADMIN may name it.
  command -v -- "$program" >/dev/null || program=${UBADMIN:-$program}
  mapfile -t found < <("$program" complete bash "${COMP_LINE:0:COMP_POINT}" "$2" \
    "$COMP_TYPE" 2>/dev/null)
  [[ -n ${found[0]-} ]] && compopt -o "${found[0]}" 2>/dev/null
  COMPREPLY=("${found[@]:1}")
}
complete -o nosort -F _ubadmin ubadmin
