#!/bin/bash

__ubadmin_cursor_index_in_current_word() {
    local remaining="${COMP_LINE}"

    local word
    for word in "${COMP_WORDS[@]::COMP_CWORD}"; do
        remaining="${remaining##*([[:space:]])"${word}"*([[:space:]])}"
    done

    local -ir index="$((COMP_POINT - ${#COMP_LINE} + ${#remaining}))"
    if [[ "${index}" -le 0 ]]; then
        printf 0
    else
        printf %s "${index}"
    fi
}

# positional arguments:
#
# - 1: the current (sub)command's count of positional arguments
#
# required variables:
#
# - repeating_flags: the repeating flags that the current (sub)command can accept
# - non_repeating_flags: the non-repeating flags that the current (sub)command can accept
# - repeating_options: the repeating options that the current (sub)command can accept
# - non_repeating_options: the non-repeating options that the current (sub)command can accept
# - positional_number: value ignored
# - unparsed_words: unparsed words from the current command line
#
# modified variables:
#
# - non_repeating_flags: remove flags for this (sub)command that are already on the command line
# - non_repeating_options: remove options for this (sub)command that are already on the command line
# - positional_number: set to the current positional number
# - unparsed_words: remove all flags, options, and option values for this (sub)command
__ubadmin_offer_flags_options() {
    local -ir positional_count="${1}"
    positional_number=0

    local was_flag_option_terminator_seen=false
    local is_parsing_option_value=false

    local -ar unparsed_word_indices=("${!unparsed_words[@]}")
    local -i word_index
    for word_index in "${unparsed_word_indices[@]}"; do
        if "${is_parsing_option_value}"; then
            # This word is an option value:
            # Reset marker for next word iff not currently the last word
            [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]] && is_parsing_option_value=false
            unset "unparsed_words[${word_index}]"
            # Do not process this word as a flag or an option
            continue
        fi

        local word="${unparsed_words["${word_index}"]}"
        if ! "${was_flag_option_terminator_seen}"; then
            case "${word}" in
            --)
                unset "unparsed_words[${word_index}]"
                # by itself -- is a flag/option terminator, but if it is the last word, it is the start of a completion
                if [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]]; then
                    was_flag_option_terminator_seen=true
                fi
                continue
                ;;
            -*)
                # ${word} is a flag or an option
                # If ${word} is an option, mark that the next word to be parsed is an option value
                local option
                for option in "${repeating_options[@]}" "${non_repeating_options[@]}"; do
                    [[ "${word}" = "${option}" ]] && is_parsing_option_value=true && break
                done

                # Remove ${word} from ${non_repeating_flags} or ${non_repeating_options} so it isn't offered again
                local not_found=true
                local -i index
                for index in "${!non_repeating_flags[@]}"; do
                    if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                        unset "non_repeating_flags[${index}]"
                        non_repeating_flags=("${non_repeating_flags[@]}")
                        not_found=false
                        break
                    fi
                done
                if "${not_found}"; then
                    for index in "${!non_repeating_flags[@]}"; do
                        if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                            unset "non_repeating_flags[${index}]"
                            non_repeating_flags=("${non_repeating_flags[@]}")
                            break
                        fi
                    done
                fi
                unset "unparsed_words[${word_index}]"
                continue
                ;;
            esac
        fi

        # ${word} is neither a flag, nor an option, nor an option value
        if [[ "${positional_number}" -lt "${positional_count}" || "${positional_count}" -lt 0 ]]; then
            # ${word} is a positional
            ((positional_number++))
            unset "unparsed_words[${word_index}]"
        else
            if [[ -z "${word}" ]]; then
                # Could be completing a flag, option, or subcommand
                positional_number=-1
            else
                # ${word} is a subcommand or invalid, so stop processing this (sub)command
                positional_number=-2
            fi
            break
        fi
    done

    unparsed_words=("${unparsed_words[@]}")

    if\
        ! "${was_flag_option_terminator_seen}"\
        && ! "${is_parsing_option_value}"\
        && [[ ("${cur}" = -* && "${positional_number}" -ge 0) || "${positional_number}" -eq -1 ]]
    then
        COMPREPLY+=($(compgen -W "${repeating_flags[*]} ${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
    fi
}

__ubadmin_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__ubadmin_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_ubadmin() {
    local state
    state="$(shopt -p;shopt -po)"
    trap "${state//$'\n'/;}" RETURN
    shopt -s extglob
    set +o history +o posix

    local -xr SAP_SHELL=bash
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(IFS='.';printf %s "${BASH_VERSINFO[*]}")"
    local -r SAP_SHELL_VERSION

    local -r cur="${2}"
    local -r prev="${3}"

    local -i positional_number
    local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")

    local -a repeating_flags=()
    local -a non_repeating_flags=(--version -h --help)
    local -a repeating_options=()
    local -a non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    store|search|customer|location|account|service|service-type|meter|read|bill|payment|eft|delivery|user|link|portal|mail|explain|operator|announcement|request|note|report|query|change|plan|setting|config|run|repl|help)
        # Offer subcommand argument completions
        "_ubadmin_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'store search customer location account service service-type meter read bill payment eft delivery user link portal mail explain operator announcement request note report query change plan setting config run repl help' -- "${cur}"))
        ;;
    esac
}

_ubadmin_store() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    init|demo|info|migrate|check|doctor|backup|restore|copy)
        # Offer subcommand argument completions
        "_ubadmin_store_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'init demo info migrate check doctor backup restore copy' -- "${cur}"))
        ;;
    esac
}

_ubadmin_store_init() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--city --time-zone --group --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--city')
        return
        ;;
    '--time-zone')
        return
        ;;
    '--group')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_store_demo() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--accounts --years --seed --until --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--accounts')
        return
        ;;
    '--years')
        return
        ;;
    '--seed')
        return
        ;;
    '--until')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_store_info() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_store_migrate() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_store_check() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--rebuild --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--rebuild')
        __ubadmin_add_completions -W 'settlement'
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_store_doctor() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--only)
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--only')
        __ubadmin_add_completions -W 'overlapping_occupancy'$'\n''service_without_meter'$'\n''stopped_with_consumption'$'\n''eft_outlived'$'\n''prenote_overdue'$'\n''bouncing_address'$'\n''orphan_link'$'\n''duplicate_email'$'\n''locked_in_outage'$'\n''mail_stuck'$'\n''mail_failed'$'\n''portal_address_unset'$'\n''doubled_payment'$'\n''payment_before_account'$'\n''unusual_bill_period'$'\n''unusual_read'$'\n''unusual_date'
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_store_backup() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_store_restore() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_store_copy() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_search() {
    repeating_flags=()
    non_repeating_flags=(--rebuild --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--kind --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--kind')
        __ubadmin_add_completions -W 'customer'$'\n''location'$'\n''account'$'\n''meter'$'\n''bill'$'\n''user'
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_customer() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|set|merge|show|list)
        # Offer subcommand argument completions
        "_ubadmin_customer_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add set merge show list' -- "${cur}"))
        ;;
    esac
}

_ubadmin_customer_add() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--name --first --last --kind --address --address2 --city --state --postal-code --phone --email --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--name')
        return
        ;;
    '--first')
        return
        ;;
    '--last')
        return
        ;;
    '--kind')
        return
        ;;
    '--address')
        return
        ;;
    '--address2')
        return
        ;;
    '--city')
        return
        ;;
    '--state')
        return
        ;;
    '--postal-code')
        return
        ;;
    '--phone')
        return
        ;;
    '--email')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_customer_set() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--name --first --last --kind --address --address2 --city --state --postal-code --phone --email --clear --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--name')
        return
        ;;
    '--first')
        return
        ;;
    '--last')
        return
        ;;
    '--kind')
        return
        ;;
    '--address')
        return
        ;;
    '--address2')
        return
        ;;
    '--city')
        return
        ;;
    '--state')
        return
        ;;
    '--postal-code')
        return
        ;;
    '--phone')
        return
        ;;
    '--email')
        return
        ;;
    '--clear')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_customer_merge() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--into --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--into')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_customer_show() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_customer_list() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--city --kind --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--city')
        return
        ;;
    '--kind')
        __ubadmin_add_completions -W 'person'$'\n''organization'
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_location() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|set|show|list)
        # Offer subcommand argument completions
        "_ubadmin_location_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add set show list' -- "${cur}"))
        ;;
    esac
}

_ubadmin_location_add() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--address --unit --city --state --postal-code --route --sequence --cycle --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--address')
        return
        ;;
    '--unit')
        return
        ;;
    '--city')
        return
        ;;
    '--state')
        return
        ;;
    '--postal-code')
        return
        ;;
    '--route')
        return
        ;;
    '--sequence')
        return
        ;;
    '--cycle')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_location_set() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--address --unit --city --state --postal-code --route --sequence --cycle --clear --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--address')
        return
        ;;
    '--unit')
        return
        ;;
    '--city')
        return
        ;;
    '--state')
        return
        ;;
    '--postal-code')
        return
        ;;
    '--route')
        return
        ;;
    '--sequence')
        return
        ;;
    '--cycle')
        return
        ;;
    '--clear')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_location_show() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_location_list() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--route --cycle --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--route')
        return
        ;;
    '--cycle')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_account() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    open|close|move|set|show|list)
        # Offer subcommand argument completions
        "_ubadmin_account_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'open close move set show list' -- "${cur}"))
        ;;
    esac
}

_ubadmin_account_open() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--cid --location --on --role --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--cid')
        return
        ;;
    '--location')
        return
        ;;
    '--on')
        return
        ;;
    '--role')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_account_close() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--on --reading --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--on')
        return
        ;;
    '--reading')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_account_move() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--cid --on --role --reading --leaving --forward-address --transfer-balance --keep --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--cid')
        return
        ;;
    '--on')
        return
        ;;
    '--role')
        return
        ;;
    '--reading')
        return
        ;;
    '--leaving')
        return
        ;;
    '--forward-address')
        return
        ;;
    '--transfer-balance')
        return
        ;;
    '--keep')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_account_set() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--cid --role --on --until --location --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--cid')
        return
        ;;
    '--role')
        return
        ;;
    '--on')
        return
        ;;
    '--until')
        return
        ;;
    '--location')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_account_show() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_account_list() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--cid --location --status --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--cid')
        return
        ;;
    '--location')
        return
        ;;
    '--status')
        __ubadmin_add_completions -W 'open'$'\n''closed'
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_service() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    start|stop|transfer|suspend|resume|cancel|list)
        # Offer subcommand argument completions
        "_ubadmin_service_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'start stop transfer suspend resume cancel list' -- "${cur}"))
        ;;
    esac
}

_ubadmin_service_start() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--on --meter --reading --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--on')
        return
        ;;
    '--meter')
        return
        ;;
    '--reading')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_service_stop() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--on --reading --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--on')
        return
        ;;
    '--reading')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_service_transfer() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--to --on --reading --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--to')
        return
        ;;
    '--on')
        return
        ;;
    '--reading')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_service_suspend() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--on --reading --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--on')
        return
        ;;
    '--reading')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_service_resume() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--on --reading --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--on')
        return
        ;;
    '--reading')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_service_cancel() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--stop --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--stop')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_service_list() {
    repeating_flags=()
    non_repeating_flags=(--history --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--service --status --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--service')
        return
        ;;
    '--status')
        __ubadmin_add_completions -W 'pending_start'$'\n''active'$'\n''suspended'$'\n''pending_stop'$'\n''stopped'$'\n''final_billed'$'\n''cancelled'
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_service-type() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|set|list)
        # Offer subcommand argument completions
        "_ubadmin_service-type_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add set list' -- "${cur}"))
        ;;
    esac
}

_ubadmin_service-type_add() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--name --metered --unit --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--name')
        return
        ;;
    '--metered')
        return
        ;;
    '--unit')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_service-type_set() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--name --metered --unit --clear --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--name')
        return
        ;;
    '--metered')
        return
        ;;
    '--unit')
        return
        ;;
    '--clear')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_service-type_list() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_meter() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|exchange|remove|show|list)
        # Offer subcommand argument completions
        "_ubadmin_meter_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add exchange remove show list' -- "${cur}"))
        ;;
    esac
}

_ubadmin_meter_add() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--service --unit --dials --multiplier --size --mxu --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--service')
        return
        ;;
    '--unit')
        return
        ;;
    '--dials')
        return
        ;;
    '--multiplier')
        return
        ;;
    '--size')
        return
        ;;
    '--mxu')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_meter_exchange() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--new --on --reading --new-reading --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--new')
        return
        ;;
    '--on')
        return
        ;;
    '--reading')
        return
        ;;
    '--new-reading')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_meter_remove() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--on --reading --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--on')
        return
        ;;
    '--reading')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_meter_show() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_meter_list() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--account --installed --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--account')
        return
        ;;
    '--installed')
        __ubadmin_add_completions -W 'yes'$'\n''no'
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_read() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|void|list)
        # Offer subcommand argument completions
        "_ubadmin_read_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add void list' -- "${cur}"))
        ;;
    esac
}

_ubadmin_read_add() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--on --reading --consumption --kind --reason --source --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--on')
        return
        ;;
    '--reading')
        return
        ;;
    '--consumption')
        return
        ;;
    '--kind')
        return
        ;;
    '--reason')
        return
        ;;
    '--source')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_read_void() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--on --number --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--on')
        return
        ;;
    '--number')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_read_list() {
    repeating_flags=()
    non_repeating_flags=(--all --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--meter --from --to --kind --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--meter')
        return
        ;;
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    '--kind')
        __ubadmin_add_completions -W 'actual'$'\n''verified'$'\n''customer'$'\n''estimated'$'\n''office_estimate'
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_bill() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|void|show|list)
        # Offer subcommand argument completions
        "_ubadmin_bill_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add void show list' -- "${cur}"))
        ;;
    esac
}

_ubadmin_bill_add() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--amount --on --to --service --due --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--amount')
        return
        ;;
    '--on')
        return
        ;;
    '--to')
        return
        ;;
    '--service')
        return
        ;;
    '--due')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_bill_void() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_bill_show() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_bill_list() {
    repeating_flags=()
    non_repeating_flags=(--unpaid --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--account --route --due-before --from --to --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--account')
        return
        ;;
    '--route')
        return
        ;;
    '--due-before')
        return
        ;;
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_payment() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    post|move|reverse|list)
        # Offer subcommand argument completions
        "_ubadmin_payment_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'post move reverse list' -- "${cur}"))
        ;;
    esac
}

_ubadmin_payment_post() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--amount --bill --on --method --reference --cid --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--amount')
        return
        ;;
    '--bill')
        return
        ;;
    '--on')
        return
        ;;
    '--method')
        return
        ;;
    '--reference')
        return
        ;;
    '--cid')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_payment_move() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--to --reason --bill --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--to')
        return
        ;;
    '--reason')
        return
        ;;
    '--bill')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_payment_reverse() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--reason --on --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--on')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_payment_list() {
    repeating_flags=()
    non_repeating_flags=(--all --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--account --bill --method --from --to --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--account')
        return
        ;;
    '--bill')
        return
        ;;
    '--method')
        __ubadmin_add_completions -W 'cash'$'\n''check'$'\n''card'$'\n''eft'$'\n''money_order'$'\n''other'
        return
        ;;
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_eft() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    enroll|set|confirm|hold|release|cancel|export|returns|show|list)
        # Offer subcommand argument completions
        "_ubadmin_eft_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'enroll set confirm hold release cancel export returns show list' -- "${cur}"))
        ;;
    esac
}

_ubadmin_eft_enroll() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--routing --bank-account-file --type --draft-day --channel --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--routing')
        return
        ;;
    '--bank-account-file')
        return
        ;;
    '--type')
        return
        ;;
    '--draft-day')
        return
        ;;
    '--channel')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_eft_set() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--routing --type --draft-day --channel --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--routing')
        return
        ;;
    '--type')
        return
        ;;
    '--draft-day')
        return
        ;;
    '--channel')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_eft_confirm() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_eft_hold() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_eft_release() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_eft_cancel() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_eft_export() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--on --again --reason --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--on')
        return
        ;;
    '--again')
        return
        ;;
    '--reason')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_eft_returns() {
    repeating_flags=()
    non_repeating_flags=(--strict --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --on --reason --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--from')
        return
        ;;
    '--on')
        return
        ;;
    '--reason')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_eft_show() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--reason --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_eft_list() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--state --account --bank --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--state')
        __ubadmin_add_completions -W 'entered'$'\n''prenote_pending'$'\n''active'$'\n''on_hold'$'\n''returned'$'\n''cancelled'
        return
        ;;
    '--account')
        return
        ;;
    '--bank')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_delivery() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    set|show|list|bounce)
        # Offer subcommand argument completions
        "_ubadmin_delivery_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'set show list bounce' -- "${cur}"))
        ;;
    esac
}

_ubadmin_delivery_set() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--email --on --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--email')
        return
        ;;
    '--on')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_delivery_show() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_delivery_list() {
    repeating_flags=()
    non_repeating_flags=(--bounced --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--method --email --route --cycle --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--method')
        __ubadmin_add_completions -W 'mail'$'\n''email'$'\n''both'
        return
        ;;
    '--email')
        return
        ;;
    '--route')
        return
        ;;
    '--cycle')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_delivery_bounce() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--email --on --code --type --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--email')
        return
        ;;
    '--on')
        return
        ;;
    '--code')
        return
        ;;
    '--type')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_user() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    register|activate|resend|show|list|set|lock|unlock|suspend|unsuspend|reset-password|deactivate|sessions|revoke|remove-identity)
        # Offer subcommand argument completions
        "_ubadmin_user_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'register activate resend show list set lock unlock suspend unsuspend reset-password deactivate sessions revoke remove-identity' -- "${cur}"))
        ;;
    esac
}

_ubadmin_user_register() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--first --last --mail --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--first')
        return
        ;;
    '--last')
        return
        ;;
    '--mail')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_user_activate() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_user_resend() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_user_show() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_user_list() {
    repeating_flags=()
    non_repeating_flags=(--locked --unlinked --never-signed-in --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--status --provider --since --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--status')
        __ubadmin_add_completions -W 'staged'$'\n''provisioned'$'\n''active'$'\n''recovery'$'\n''password_expired'$'\n''locked_out'$'\n''suspended'$'\n''deprovisioned'
        return
        ;;
    '--provider')
        __ubadmin_add_completions -W 'password'$'\n''google'$'\n''apple'$'\n''microsoft'$'\n''facebook'
        return
        ;;
    '--since')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_user_set() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--first --last --new-email --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--first')
        return
        ;;
    '--last')
        return
        ;;
    '--new-email')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_user_lock() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_user_unlock() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--reason --rejects --encoding --plan-out --locked-since --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--locked-since')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_user_suspend() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_user_unsuspend() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_user_reset-password() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_user_deactivate() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_user_sessions() {
    repeating_flags=()
    non_repeating_flags=(--all --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_user_revoke() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_user_remove-identity() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--subject --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--subject')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_link() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|remove|list)
        # Offer subcommand argument completions
        "_ubadmin_link_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add remove list' -- "${cur}"))
        ;;
    esac
}

_ubadmin_link_add() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--cid --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--cid')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_link_remove() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--cid --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--cid')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_link_list() {
    repeating_flags=()
    non_repeating_flags=(--ended --all --accounts-without-user --users-without-account --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--email --account --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--email')
        return
        ;;
    '--account')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_portal() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    register|activate|sign-in|sign-out|forgot-password|reset-password|change-password|unlock|profile|add-identity|remove-identity|link|eft|end-eft|delivery|contact|show)
        # Offer subcommand argument completions
        "_ubadmin_portal_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'register activate sign-in sign-out forgot-password reset-password change-password unlock profile add-identity remove-identity link eft end-eft delivery contact show' -- "${cur}"))
        ;;
    esac
}

_ubadmin_portal_register() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--first --last --password-file --provider --subject --email-verified --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--first')
        return
        ;;
    '--last')
        return
        ;;
    '--password-file')
        return
        ;;
    '--provider')
        return
        ;;
    '--subject')
        return
        ;;
    '--email-verified')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_portal_activate() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--token-file --password-file --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--token-file')
        return
        ;;
    '--password-file')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_portal_sign-in() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--password-file --provider --subject --remember --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--password-file')
        return
        ;;
    '--provider')
        return
        ;;
    '--subject')
        return
        ;;
    '--remember')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_portal_sign-out() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--session-file --everywhere --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--session-file')
        return
        ;;
    '--everywhere')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_portal_forgot-password() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_portal_reset-password() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--token-file --password-file --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--token-file')
        return
        ;;
    '--password-file')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_portal_change-password() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--password-file --new-password-file --session-file --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--password-file')
        return
        ;;
    '--new-password-file')
        return
        ;;
    '--session-file')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_portal_unlock() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--email --token-file --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--email')
        return
        ;;
    '--token-file')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_portal_profile() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--session-file --first --last --new-email --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--session-file')
        return
        ;;
    '--first')
        return
        ;;
    '--last')
        return
        ;;
    '--new-email')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_portal_add-identity() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--subject --email --email-verified --session-file --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--subject')
        return
        ;;
    '--email')
        return
        ;;
    '--email-verified')
        return
        ;;
    '--session-file')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_portal_remove-identity() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--session-file --subject --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--session-file')
        return
        ;;
    '--subject')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_portal_link() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--cid --session-file --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--cid')
        return
        ;;
    '--session-file')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_portal_eft() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--routing --bank-account-file --session-file --type --draft-day --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--routing')
        return
        ;;
    '--bank-account-file')
        return
        ;;
    '--session-file')
        return
        ;;
    '--type')
        return
        ;;
    '--draft-day')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_portal_end-eft() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--session-file --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--session-file')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_portal_delivery() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--session-file --email --on --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--session-file')
        return
        ;;
    '--email')
        return
        ;;
    '--on')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_portal_contact() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--subject --text --session-file --account --text-file --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--subject')
        return
        ;;
    '--text')
        return
        ;;
    '--session-file')
        return
        ;;
    '--account')
        return
        ;;
    '--text-file')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_portal_show() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--session-file --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--session-file')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_mail() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|send|retry|template)
        # Offer subcommand argument completions
        "_ubadmin_mail_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list send retry template' -- "${cur}"))
        ;;
    esac
}

_ubadmin_mail_list() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--status --kind --to --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--status')
        __ubadmin_add_completions -W 'waiting'$'\n''sending'$'\n''sent'$'\n''failed'
        return
        ;;
    '--kind')
        __ubadmin_add_completions -W 'activation'$'\n''recovery'$'\n''unlock'$'\n''email'$'\n''locked_out'$'\n''registered_already'$'\n''address_change'$'\n''delivery'$'\n''eft'$'\n''reply'
        return
        ;;
    '--to')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_mail_send() {
    repeating_flags=()
    non_repeating_flags=(--again --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--only --reason --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--only')
        return
        ;;
    '--reason')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_mail_retry() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_mail_template() {
    repeating_flags=()
    non_repeating_flags=(--reset --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--subject --text-file --reason --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--subject')
        return
        ;;
    '--text-file')
        return
        ;;
    '--reason')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ubadmin_add_completions -W 'list'$'\n''show'$'\n''set'
        return
        ;;
    2)
        __ubadmin_add_completions -W 'activation'$'\n''recovery'$'\n''unlock'$'\n''email'$'\n''locked_out'$'\n''registered_already'$'\n''address_change'$'\n''delivery'$'\n''eft'$'\n''reply'
        return
        ;;
    esac
}

_ubadmin_explain() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_operator() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|set|remove|list|roles)
        # Offer subcommand argument completions
        "_ubadmin_operator_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add set remove list roles' -- "${cur}"))
        ;;
    esac
}

_ubadmin_operator_add() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--full-name --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--full-name')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_operator_set() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--role --full-name --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--role')
        return
        ;;
    '--full-name')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_operator_remove() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_operator_list() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--role --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--role')
        __ubadmin_add_completions -W 'viewer'$'\n''clerk'$'\n''supervisor'$'\n''admin'
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_operator_roles() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_announcement() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|retire|list)
        # Offer subcommand argument completions
        "_ubadmin_announcement_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add retire list' -- "${cur}"))
        ;;
    esac
}

_ubadmin_announcement_add() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--to --audience --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--to')
        return
        ;;
    '--audience')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_announcement_retire() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--on --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--on')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_announcement_list() {
    repeating_flags=()
    non_repeating_flags=(--all --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_request() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|show|list|assign|reply|close)
        # Offer subcommand argument completions
        "_ubadmin_request_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add show list assign reply close' -- "${cur}"))
        ;;
    esac
}

_ubadmin_request_add() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--subject --text --email --account --text-file --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--subject')
        return
        ;;
    '--text')
        return
        ;;
    '--email')
        return
        ;;
    '--account')
        return
        ;;
    '--text-file')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_request_show() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_request_list() {
    repeating_flags=()
    non_repeating_flags=(--unassigned --all --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--status --assignee --email --account --older-than --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--status')
        __ubadmin_add_completions -W 'open'$'\n''assigned'$'\n''answered'$'\n''closed'
        return
        ;;
    '--assignee')
        return
        ;;
    '--email')
        return
        ;;
    '--account')
        return
        ;;
    '--older-than')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_request_assign() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--to --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--to')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_request_reply() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--text --text-file --reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--text')
        return
        ;;
    '--text-file')
        return
        ;;
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_request_close() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_note() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|list)
        # Offer subcommand argument completions
        "_ubadmin_note_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add list' -- "${cur}"))
        ;;
    esac
}

_ubadmin_note_add() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 3

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_note_list() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--by --since --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--by')
        return
        ;;
    '--since')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __ubadmin_add_completions -W 'customer'$'\n''account'$'\n''location'$'\n''meter'$'\n''service'$'\n''user'$'\n''bill'$'\n''payment'$'\n''request'
        return
        ;;
    esac
}

_ubadmin_report() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    consumption|consumption-history|delivery|aged-balances|list)
        # Offer subcommand argument completions
        "_ubadmin_report_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'consumption consumption-history delivery aged-balances list' -- "${cur}"))
        ;;
    esac
}

_ubadmin_report_consumption() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--by --from --to --service --route --account --meter --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--by')
        return
        ;;
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    '--service')
        return
        ;;
    '--route')
        return
        ;;
    '--account')
        return
        ;;
    '--meter')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_report_consumption-history() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --to --service --route --account --meter --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--from')
        return
        ;;
    '--to')
        return
        ;;
    '--service')
        return
        ;;
    '--route')
        return
        ;;
    '--account')
        return
        ;;
    '--meter')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_report_delivery() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--by --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--by')
        __ubadmin_add_completions -W 'method'$'\n''route'$'\n''cycle'
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_report_aged-balances() {
    repeating_flags=()
    non_repeating_flags=(--former --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--account --cid --over --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--account')
        return
        ;;
    '--cid')
        return
        ;;
    '--over')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_report_list() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_query() {
    repeating_flags=()
    non_repeating_flags=(--tables --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_change() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|show|undo|verify)
        # Offer subcommand argument completions
        "_ubadmin_change_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list show undo verify' -- "${cur}"))
        ;;
    esac
}

_ubadmin_change_list() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--operator --since --table --key --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--operator')
        return
        ;;
    '--since')
        return
        ;;
    '--table')
        return
        ;;
    '--key')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_change_show() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_change_undo() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--reason --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_change_verify() {
    repeating_flags=()
    non_repeating_flags=(--rows --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_plan() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    show|apply)
        # Offer subcommand argument completions
        "_ubadmin_plan_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'show apply' -- "${cur}"))
        ;;
    esac
}

_ubadmin_plan_show() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_plan_apply() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--reason --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_setting() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|get|set)
        # Offer subcommand argument completions
        "_ubadmin_setting_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list get set' -- "${cur}"))
        ;;
    esac
}

_ubadmin_setting_list() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_setting_get() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_setting_set() {
    repeating_flags=()
    non_repeating_flags=(--csv-template --keep-going --again --skip-known --no-progress --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=(--from --map)
    non_repeating_options=(--reason --rejects --encoding --plan-out --store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--from')
        return
        ;;
    '--map')
        return
        ;;
    '--rejects')
        return
        ;;
    '--encoding')
        __ubadmin_add_completions -W 'utf-8'$'\n''utf-16'$'\n''utf-16le'$'\n''utf-16be'$'\n''latin-1'
        return
        ;;
    '--plan-out')
        return
        ;;
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_config() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|path)
        # Offer subcommand argument completions
        "_ubadmin_config_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list path' -- "${cur}"))
        ;;
    esac
}

_ubadmin_config_list() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_config_path() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_run() {
    repeating_flags=()
    non_repeating_flags=(--keep-going --no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_repl() {
    repeating_flags=()
    non_repeating_flags=(--no-config --json --csv --no-header --no-pager --no-escape-formulas --bom -n --dry-run --detailed-exitcode -y --yes --no-input --reveal -q --quiet -v --verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --profile --wait -O --format -o --output --fields --sort --limit --color --delimiter --accept --as-of)
    __ubadmin_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--store')
        return
        ;;
    '--profile')
        return
        ;;
    '--wait')
        return
        ;;
    '-O'|'--format')
        __ubadmin_add_completions -W 'table'$'\n''csv'$'\n''tsv'$'\n''json'$'\n''ndjson'$'\n''markdown'
        return
        ;;
    '-o'|'--output')
        return
        ;;
    '--fields')
        return
        ;;
    '--sort')
        return
        ;;
    '--limit')
        return
        ;;
    '--color')
        __ubadmin_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--delimiter')
        __ubadmin_add_completions -W 'comma'$'\n''semicolon'$'\n''tab'$'\n''pipe'
        return
        ;;
    '--accept')
        __ubadmin_add_completions -W 'unusual'
        return
        ;;
    '--as-of')
        return
        ;;
    esac
}

_ubadmin_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __ubadmin_offer_flags_options -1
}

complete -o filenames -F _ubadmin ubadmin
