package okno.local.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import okno.local.RunningStack;
import okno.local.machine.Layout;
import okno.local.machine.Port;
import okno.local.machine.Ports;
import okno.local.process.PidFile;
import okno.local.process.Probe;
import okno.local.service.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code okno status}: each process with its port, health and resident memory. */
@Command(
        name = "status",
        description = "Show each process, its port, health and memory. Exit code 3: not all are healthy.")
public final class Status implements Callable<Integer> {

    private static final int UNHEALTHY = 3;

    @Mixin
    private Place place = new Place();

    private record Row(String name, int port, Probe probe) {}

    @Override
    public Integer call() throws InterruptedException {
        Layout layout = place.layout();
        RunningStack stack = RunningStack.of(layout);
        boolean allHealthy = true;
        long total = 0;
        System.out.printf(Locale.ROOT, "%-22s %6s %8s  %-8s %8s%n", "", "port", "pid", "health", "MiB");
        for (Row row : (Iterable<Row>) rows(stack.ports())::iterator) {
            Optional<ProcessHandle> process =
                    PidFile.of(layout.run(), row.name()).alive();
            if (process.isEmpty() && !Files.exists(layout.log(row.name()))) {
                continue;
            }
            boolean healthy = process.isPresent() && answers(row.probe());
            allHealthy &= healthy;
            long memory = process.map(Status::residentMebibytes).orElse(0L);
            total += memory;
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %6d %8s  %-8s %8d%n",
                    row.name(),
                    row.port(),
                    process.map(one -> Long.toString(one.pid())).orElse("-"),
                    healthy ? "ok" : process.isPresent() ? "NOT OK" : "GONE",
                    memory);
        }
        System.out.printf(Locale.ROOT, "%-22s %6s %8s  %-8s %8d%n", "", "", "", "", total);
        return allHealthy ? 0 : UNHEALTHY;
    }

    private static Stream<Row> rows(Ports ports) {
        Stream<Row> outside = Stream.of(
                tcp("postgres", ports, Port.POSTGRES),
                tcp("kafka", ports, Port.KAFKA),
                new Row(
                        "keycloak",
                        ports.of(Port.KEYCLOAK),
                        Probe.http(ports.url(Port.KEYCLOAK_MANAGEMENT).resolve("/health/ready"))),
                tcp("sandbox", ports, Port.SANDBOX));
        Stream<Row> services = Services.all().stream()
                .map(service -> new Row(
                        service.name(),
                        ports.of(service.port()),
                        Probe.http(ports.url(service.port().management()).resolve("/actuator/health/readiness"))));
        return Stream.concat(outside, services);
    }

    private static Row tcp(String name, Ports ports, Port port) {
        return new Row(name, ports.of(port), Probe.tcp(ports.of(port)));
    }

    private static boolean answers(Probe probe) throws InterruptedException {
        try {
            return probe.ready();
        } catch (IOException e) {
            return false;
        }
    }

    /** Of the process and its children; PostgreSQL's shared memory is counted once per backend that touched it. */
    private static long residentMebibytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(one -> residentKibibytes(one.pid()))
                        .sum()
                / 1024;
    }

    private static long residentKibibytes(long pid) {
        Path rollup = Path.of("/proc/" + pid + "/smaps_rollup");
        try {
            String lines = Files.isReadable(rollup)
                    ? Files.readString(rollup)
                    : new String(
                            new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid))
                                    .start()
                                    .getInputStream()
                                    .readAllBytes(),
                            StandardCharsets.UTF_8);
            return lines.lines()
                    .filter(line -> line.startsWith("Pss:") || !line.contains(":"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .filter(digits -> !digits.isEmpty())
                    .findFirst()
                    .map(Long::parseLong)
                    .orElse(0L);
        } catch (IOException gone) {
            return 0;
        }
    }
}
