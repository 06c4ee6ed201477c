import AdminCommands
import Glibc

setlocale(LC_CTYPE, "")
let session = Session.system()
exit(Dispatch.run(Array(CommandLine.arguments.dropFirst()), in: session).rawValue)
