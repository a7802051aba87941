package okno.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import okno.local.machine.Layout;
import okno.local.machine.Ports;
import okno.local.machine.Startup;

/**
 * What a stack consists of and how it behaves. Made by {@link #usual} or {@link #forTests}, then narrowed.
 *
 * @param layout directories
 * @param ports where everything listens
 * @param services whether the sandbox and Okno's services run, or PostgreSQL, Kafka and Keycloak only
 * @param without names of parts that are not started, because they run elsewhere or are not needed
 * @param fresh whether existing data is deleted first
 * @param restartDied whether a program that dies by itself is started again
 * @param startup how Java programs are started
 * @param progress who is told
 * @param environment variables that every service gets besides its own, such as other limits
 */
public record StackOptions(
        Layout layout,
        Ports ports,
        boolean services,
        Set<String> without,
        boolean fresh,
        boolean restartDied,
        Startup startup,
        Progress progress,
        Map<String, String> environment) {

    public StackOptions {
        environment = Map.copyOf(environment);
        without = Set.copyOf(without);
    }

    /** What {@code okno up} starts. */
    public static StackOptions usual(Layout layout, Ports ports, Progress progress) {
        return new StackOptions(layout, ports, true, Set.of(), false, true, Startup.QUICK, progress, Map.of());
    }

    /** A whole new stack for a test: its own directory, free ports, nothing printed, nothing mended by itself. */
    public static StackOptions forTests(Path home) {
        return usual(Layout.at(home), Ports.free(), Progress.silent())
                .fresh(true)
                .restartingDied(false);
    }

    public StackOptions infrastructureOnly() {
        return new StackOptions(layout, ports, false, without, fresh, restartDied, startup, progress, environment);
    }

    public StackOptions without(Set<String> parts) {
        return new StackOptions(layout, ports, services, parts, fresh, restartDied, startup, progress, environment);
    }

    public StackOptions fresh(boolean wipe) {
        return new StackOptions(layout, ports, services, without, wipe, restartDied, startup, progress, environment);
    }

    public StackOptions restartingDied(boolean restart) {
        return new StackOptions(layout, ports, services, without, fresh, restart, startup, progress, environment);
    }

    public StackOptions startedBy(Startup way) {
        return new StackOptions(layout, ports, services, without, fresh, restartDied, way, progress, environment);
    }

    public StackOptions telling(Progress listener) {
        return new StackOptions(layout, ports, services, without, fresh, restartDied, startup, listener, environment);
    }

    public StackOptions environment(Map<String, String> more) {
        return new StackOptions(layout, ports, services, without, fresh, restartDied, startup, progress, more);
    }
}
