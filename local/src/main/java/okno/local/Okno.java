package okno.local;

import okno.local.command.Doctor;
import okno.local.command.Down;
import okno.local.command.Logs;
import okno.local.command.Prepare;
import okno.local.command.Status;
import okno.local.command.Token;
import okno.local.command.Up;
import okno.local.demo.Demo;
import okno.local.process.ProgramFailed;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the local stack; {@code ./okno} builds what is missing and calls it. */
@Command(
        name = "okno",
        subcommands = {
            Up.class,
            Down.class,
            Status.class,
            Logs.class,
            Doctor.class,
            Demo.class,
            Prepare.class,
            Token.class
        },
        description = "Okno on one machine, without Docker and without root.")
public final class Okno {

    private Okno() {}

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Okno());
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            if (e instanceof ProgramFailed) {
                command.getErr().println(e.getMessage());
                return 1;
            }
            throw e;
        });
        System.exit(line.execute(arguments));
    }
}
