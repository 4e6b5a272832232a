# bash completion for order-triage: the program says what can stand at the cursor

_order_triage() {
  local line=${COMP_LINE:0:COMP_POINT} words=() word i
  # bash takes words apart at = and :, and leaves quotation marks in them
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    ((i == COMP_CWORD)) && word=${line#"${line%%[![:space:]]*}"}
    if [[ $i -gt 0 && -n $word && $line == "$word"* ]]; then
      words[${#words[@]} - 1]+=$word
    else
      words+=("$word")
    fi
    line=${line#*"$word"}
  done
  for i in "${!words[@]}"; do
    word=${words[i]//[\"\'\\]/}
    words[i]=${word/#\~\//$HOME/}
  done
  word=${words[${#words[@]} - 1]}

  local kind says head=
  COMPREPLY=()
  case $COMP_WORDBREAKS in
    *=*:* | *:*=*) head=${word%"${word##*[=:]}"} ;;
  esac
  {
    read -r kind
    while IFS=$'\t' read -r says _; do COMPREPLY+=("${says#"$head"}"); done
  } < <(order-triage complete --at="$word" -- "${words[@]:1:${#words[@]}-2}" 2> /dev/null)
  case $kind in
    words)
      compopt +o default +o bashdefault
      [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *[=:] ]] && compopt -o nospace
      ;;
    folders) compopt -o dirnames +o default +o bashdefault ;;
    unknown) compopt +o default +o bashdefault ;;
  esac 2> /dev/null # bash 3 has no compopt: it adds blanks and names of files
}

complete -o default -o bashdefault -F _order_triage order-triage
