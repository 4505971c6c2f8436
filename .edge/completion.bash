# Completes ./edge, edge-gateway and edge-verify; for zsh through bashcompinit. What stands between @ signs comes from the help.

_edge_options() {
  case "$1" in
@OPTIONS@
  esac
}

# _edge_offer LINES: those that begin as what is typed, fit to stand on a command line. (compgen -W would run what a configuration's names hold.)
_edge_offer() {
  local line
  while IFS= read -r line; do
    [[ -n "$line" && "$line" == "$_edge_current"* ]] || continue
    [[ "$line" != *[[:space:]\$\`\"\'\\\;\&\|\<\>\(\)]* ]] || printf -v line %q "$line"
    COMPREPLY+=("$line")
  done <<<"$1"
}

_edge_words() {
  local newline=$'\n'   # zsh knows no $'' within quotes
  _edge_offer "${1// /$newline}"
}

# _edge_paths f|d: files and folders, or folders only.
_edge_paths() {
  local line
  compopt -o filenames 2>/dev/null || true
  while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "-$1" -- "$_edge_current")
}

# The channels of the configuration that is named on the line, or lies where it is looked for.
_edge_channels() {
  local file="" i
  for ((i = 1; i < COMP_CWORD; i++)); do
    [[ "${COMP_WORDS[i]}" != --config ]] || file="${COMP_WORDS[i + 1]}"
    [[ "$file" != = ]] || file="${COMP_WORDS[i + 2]}"
  done
  for i in gateway.yaml /etc/edge/gateway.yaml; do [[ -n "$file" || ! -r "$i" ]] || file="$i"; done
  [[ -f "$file" && -r "$file" ]] || return 0
  awk '/^[a-z]/ { on = /^(sensors|derived):/ } on' "$file" | grep -oE '[{, -]name: *("[^"]*"|[^ ,}#]+)' | sed -E 's/.*name: *//; s/^"(.*)"$/\1/'
}

# The value of the option before; 1 where there is none to complete.
_edge_value() {
  case "$_edge_previous" in
    --lang) _edge_words "en zh" ;;
    --stack) _edge_words "system managed" ;;
    --channel) _edge_offer "$(_edge_channels)" ;;
    --simulate) _edge_words "3.5mA 4 12 20 21.5 all" ;;
    --type) _edge_words "ed25519 p256 sm2 sm3" ;;
    --suite) _edge_words "@SUITES@" ;;
    --store) _edge_paths d ;;
    --out) _edge_paths f ;;
    --config | --policy | -p | --recording | --mapping | --picture | --report | --html | --entry | --entry-out) _edge_paths f ;;
    --seconds | --speed | --seed | --index | --from | --to | --since | --until | --from-size | --zone | --root | --sign | --filter | --inputs | --minutes | --cuts | --kills | --days) ;;
    *) return 1 ;;
  esac
}

# What the program itself knows about its line.
_edge_suggested() {
  local line="${COMP_LINE:0:COMP_POINT}"
  "${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null
}

_edge() {
  local program="${COMP_WORDS[0]##*/}" verb="" second="" i
  local _edge_current="${COMP_WORDS[COMP_CWORD]}" _edge_previous="${COMP_WORDS[COMP_CWORD - 1]}"
  COMPREPLY=()
  [[ "$_edge_current" != = ]] || _edge_current=""
  [[ "$_edge_previous" != = ]] || _edge_previous="${COMP_WORDS[COMP_CWORD - 2]}"
  [[ "$program" != edge-verify ]] || verb=verify
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "${COMP_WORDS[i]}" in
      --lang | --stack) ((i++)) ;;
      -*) ;;
      *) if [[ -z "$verb" ]]; then verb="${COMP_WORDS[i]}"; elif [[ -z "$second" ]]; then second="${COMP_WORDS[i]}"; fi ;;
    esac
  done

  if _edge_value; then
    return 0
  elif ((COMP_CWORD > 2)) && [[ "${COMP_WORDS[COMP_CWORD - 2]}" == --simulate ]]; then
    _edge_offer "all"$'\n'"$(_edge_channels)"
  elif [[ "$program" == edge-gateway && ("$_edge_current" == -* || -z "$verb") ]]; then
    _edge_offer "$(_edge_suggested)"
  elif [[ "$_edge_current" == -* ]]; then
    _edge_words "--help $([[ "$program" != edge ]] || echo --stack) $(_edge_options "$verb")"
  else
    case "$verb:$second" in
      :) _edge_words "@VERBS@" ;;
      config:) _edge_words "check schema" ;;
      export:) _edge_words "tiles cose" ;;
      export:tiles) _edge_paths d ;;
      torture:) _edge_words "power kill month" ;;
      completion:) _edge_words "bash zsh fish" ;;
      site:) _edge_offer "$(_edge_suggested)" ;;
      verify:) _edge_words "accuse page"; _edge_paths f ;;
      config:* | export:cose | verify:*) _edge_paths f ;;
      *) _edge_words "$(_edge_options "$verb")" ;;
    esac
  fi
}

complete -F _edge edge edge-gateway edge-verify
