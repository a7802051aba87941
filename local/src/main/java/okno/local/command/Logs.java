package okno.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import okno.local.machine.Layout;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code okno logs [service]}: the end of a log, or the list of logs. */
@Command(name = "logs", description = "Show the end of a service's log; without a name, which logs there are.")
public final class Logs implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "For example payment-service")
    private @Nullable String service;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing what is added")
    private boolean follow;

    @Option(names = "-n", paramLabel = "LINES", defaultValue = "100", description = "How many lines (default: 100)")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Layout layout = place.layout();
        if (service == null) {
            list(layout.home().resolve("logs"));
            return 0;
        }
        Path log = layout.log(service);
        if (!Files.exists(log)) {
            System.err.println("No log " + log + "; there are:");
            list(layout.home().resolve("logs"));
            return 1;
        }
        List<String> tail = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
        if (follow) {
            tail.add("-f");
        }
        tail.add(log.toString());
        return new ProcessBuilder(tail).inheritIO().start().waitFor();
    }

    private static void list(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            System.out.println("Nothing has been started here yet.");
            return;
        }
        try (Stream<Path> logs = Files.list(directory)) {
            logs.map(log -> log.getFileName().toString().replace(".log", ""))
                    .sorted()
                    .forEach(System.out::println);
        }
    }
}
