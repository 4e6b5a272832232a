# fish completion for order-triage: the program says what can stand at the cursor

function __order_triage_complete
    set -l before (commandline -opc)
    set -l word (commandline -ct)
    set -l lines (order-triage complete --at="$word" -- $before[2..-1] 2> /dev/null)
    set -l head (string match -r -- '^--[^=]*=' $word)
    set -l path (string replace -r -- '^--[^=]*=' '' $word)
    switch "$lines[1]"
        case files
            string join -- \n "$head"(__fish_complete_path "$path")
        case folders
            string join -- \n "$head"(__fish_complete_directories "$path" '')
        case words
            string join -- \n $lines[2..-1]
    end
end

complete -c order-triage -k -f -a '(__order_triage_complete)'
