# Completion for fish: asks ubadmin itself what may follow.
function __ubadmin_complete
    set -l typed (commandline -opc)
    $typed[1] complete fish (commandline -cp) 2>/dev/null
end
complete -c ubadmin -f -k -a '(__ubadmin_complete)'
