// SPDX-License-Identifier: MIT
#include "shells.hpp"

namespace hisalary::cli {

std::string_view bash_script() {
  return R"(# Completion of hisalary for bash, written by "hisalary generate bash".
# shellcheck shell=bash
_hisalary() {
  local program=${1/#\~/$HOME} line
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :files) compopt -o default; return ;;
      :folders) compopt -o dirnames; return ;;
      *) COMPREPLY+=("$line") ;;
    esac
  done < <(printf '%s' "${COMP_LINE:0:COMP_POINT}" | "$program" generate words --quoted 2>/dev/null)
  [[ ${COMPREPLY[0]-} != *= ]] || compopt -o nospace
}
complete -F _hisalary hisalary
)";
}

std::string_view zsh_script() {
  return R"(#compdef hisalary
# Completion of hisalary for zsh, written by "hisalary generate zsh".
_hisalary() {
  local line program=${(Q)words[1]/#\~/$HOME}
  local -a before lines values shown suffix
  (( CURRENT > 2 )) && before=("${(@Q)words[2,CURRENT-1]}")
  lines=("${(@f)$(print -rl -- "${before[@]}" "${(Q)PREFIX}" | $program generate words 2>/dev/null)}")
  for line in $lines; do
    case $line in
      :files) compset -P '--*='; _files; return ;;
      :folders) compset -P '--*='; _files -/; return ;;
    esac
    values+=("${line%%$'\t'*}")
    shown+=("${line/$'\t'/  -- }")
  done
  [[ $values[1] != *= ]] || suffix=(-S '')
  compadd -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' "${suffix[@]}" -l -d shown -a values
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _hisalary "$@"
else
  compdef _hisalary hisalary
fi
)";
}

std::string_view fish_script() {
  return R"(# Completion of hisalary for fish, written by "hisalary generate fish".
function __hisalary_words
    set -l words (commandline -opc)
    set -l program (string replace -r '^~' $HOME -- $words[1])
    set -l lines (commandline -pc | $program generate words --line 2>/dev/null)
    switch "$lines[1]"
        case ':files'
            __fish_complete_path (string replace -r '^--[^=]*=' '' -- (commandline -ct))
        case ':folders'
            __fish_complete_directories (string replace -r '^--[^=]*=' '' -- (commandline -ct))
        case '*'
            printf '%s\n' $lines
    end
end
complete -c hisalary -f -a '(__hisalary_words)'
)";
}

}  // namespace hisalary::cli
