#compdef order-triage
# zsh completion for order-triage: the program says what can stand at the cursor

_order-triage() {
  local kind line word=${(Q)PREFIX} entry
  local -a before=("${(@Q)words[2,CURRENT-1]}") lines whole begun
  before=("${(@)before/#\~\//$HOME/}")
  lines=("${(@f)$(order-triage complete --at="$word" -- "${(@)before}" 2> /dev/null)}")
  kind=$lines[1]
  case $kind in
    files | folders)
      [[ $PREFIX == --*=* ]] && compset -P '--*='
      [[ $kind == files ]] && _files || _files -/
      ;;
    words)
      for line in "${(@)lines[2,-1]}"; do
        word=${line%%$'\t'*}
        entry=${word//:/\\:}:${line#*$'\t'}
        [[ $word == *[=:] ]] && begun+=("$entry") || whole+=("$entry")
      done
      _describe -t words 'order-triage' whole -- begun -S ''
      ;;
  esac
}

# the file may lie where zsh looks for functions, or be read by `source`
if [[ $funcstack[1] == _order-triage ]]; then
  _order-triage "$@"
else
  compdef _order-triage order-triage
fi
