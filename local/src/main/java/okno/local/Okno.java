package okno.local;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import okno.local.machine.Layout;
import okno.local.machine.Ports;
import okno.local.process.ProgramFailed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of the local stack; {@code ./okno} builds what is missing and calls it. */
@Command(
        name = "okno",
        subcommands = {Okno.Up.class, CommandLine.HelpCommand.class},
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

    /** Where the stack lives; the same for every command. */
    static final class Place {
        @Option(names = "--dir", description = "Data, secrets and logs of the stack (default: .okno)")
        @Nullable
        Path dir;

        Layout layout() {
            return dir == null ? Layout.usual() : Layout.at(dir);
        }
    }

    @Command(name = "up", description = "Start everything and keep it running until Ctrl-C or okno down.")
    static final class Up implements Callable<Integer> {

        @CommandLine.Mixin
        Place place = new Place();

        @Option(names = "--fresh", description = "Delete existing data first")
        boolean fresh;

        @Option(names = "--port-offset", description = "Add this to every port")
        int offset;

        @Option(names = "--free-ports", description = "Use ports that are free now")
        boolean freePorts;

        @Option(names = "--infrastructure", description = "Only PostgreSQL, Kafka and Keycloak")
        boolean infrastructure;

        @Override
        public Integer call() throws InterruptedException {
            long from = System.nanoTime();
            Progress progress = Progress.to(System.out);
            Ports ports = freePorts ? Ports.free() : Ports.usual(offset, System.getenv());
            StackOptions options =
                    StackOptions.usual(place.layout(), ports, progress).fresh(fresh);
            Stack.start(infrastructure ? options.infrastructureOnly() : options);
            progress.say("Everything is up after %d s.".formatted((System.nanoTime() - from) / 1_000_000_000L));
            new CountDownLatch(1).await();
            return 0;
        }
    }
}
