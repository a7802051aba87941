package okno.local.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import okno.local.Progress;
import okno.local.Stack;
import okno.local.StackOptions;
import okno.local.machine.Port;
import okno.local.machine.Ports;
import okno.local.machine.Startup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code okno up}: starts everything and keeps it running. */
@Command(name = "up", description = "Start everything and keep it running until Ctrl-C or okno down.")
public final class Up implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Mixin
    private Place place = new Place();

    @Option(names = "--fresh", description = "Delete existing data first")
    private boolean fresh;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            description = "Add this to every port; OKNO_PORT_GATEWAY and so on set single ones")
    private int offset;

    @Option(names = "--free-ports", description = "Use ports that are free now, for stacks side by side")
    private boolean freePorts;

    @Option(
            names = "--infrastructure",
            description = "Only PostgreSQL, Kafka and Keycloak, for running services from an IDE")
    private boolean infrastructure;

    @Option(
            names = "--without",
            split = ",",
            paramLabel = "SERVICE",
            description = "Do not start these; run them from an IDE instead")
    private Set<String> without = Set.of();

    @Option(
            names = "--startup",
            paramLabel = "WAY",
            defaultValue = "QUICK",
            description = "QUICK (default), THROUGHPUT (both JIT compilers) or NAIVE (to compare with)")
    private Startup startup = Startup.QUICK;

    @Option(
            names = {"-d", "--detach"},
            description = "Return when everything is up and leave it running")
    private boolean detach;

    @Override
    public Integer call() throws Exception {
        if (detach) {
            List<String> arguments = new ArrayList<>(
                    command.commandLine().getParent().getParseResult().originalArgs());
            arguments.removeAll(List.of("-d", "--detach"));
            return new Detached(place.layout()).start(arguments);
        }
        long from = System.nanoTime();
        Progress progress = Progress.to(System.out);
        Ports ports = freePorts ? Ports.free() : Ports.usual(offset, System.getenv());
        StackOptions options = StackOptions.usual(place.layout(), ports, progress)
                .fresh(fresh)
                .without(without)
                .startedBy(startup);
        Stack stack = Stack.start(infrastructure ? options.infrastructureOnly() : options);
        progress.up(Duration.ofNanos(System.nanoTime() - from));
        if (!infrastructure) {
            welcome(progress, stack);
        }
        stack.recordStartups();
        new CountDownLatch(1).await();
        return 0;
    }

    private static void welcome(Progress progress, Stack stack) {
        Ports ports = stack.ports();
        progress.say("""

                  API and its documentation  %1$s/docs
                  Webhooks of an agency      %1$s/console/webhooks/
                  Messages sent (SMS, mail)  %2$s/sandbox
                  Keycloak                   %3$s/admin/okno/console

                  Demo users   citizen, citizen2, head, officer, integrator, admin
                  Password     %4$s
                  Second step  in a browser: another way, SMS; the code is at the sandbox

                  What to try  ./okno demo      the main journey, told step by step
                               ./okno status    processes, health, memory
                               ./okno logs application-service -f
                  Stop         Ctrl-C or ./okno down\
                """.formatted(
                        ports.url(Port.GATEWAY),
                        ports.url(Port.SANDBOX),
                        ports.url(Port.KEYCLOAK),
                        stack.secrets().demoPassword()));
    }
}
