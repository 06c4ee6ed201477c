import AdminCommands
import Glibc

unsafe setlocale(LC_CTYPE, "")
let session = Session.system()
exit(Dispatch.runProcess(Array(CommandLine.arguments.dropFirst()), in: session))
