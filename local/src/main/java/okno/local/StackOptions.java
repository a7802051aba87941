package okno.local;

import java.nio.file.Path;
import okno.local.machine.Layout;
import okno.local.machine.Ports;

/**
 * What a stack consists of and how it behaves.
 *
 * @param layout directories
 * @param ports where everything listens
 * @param services whether the sandbox and Okno's services run, or PostgreSQL, Kafka and Keycloak only
 * @param fresh whether existing data is deleted first
 * @param restartDied whether a program that dies by itself is started again
 * @param parallel how many programs may be starting at the same time
 * @param progress who is told
 */
public record StackOptions(
        Layout layout,
        Ports ports,
        boolean services,
        boolean fresh,
        boolean restartDied,
        int parallel,
        Progress progress) {

    /** Enough to fill two cores; more at once only makes all of them late. */
    private static final int USUAL_PARALLEL = 3;

    /** A whole stack for a test: its own directory, free ports, nothing printed. */
    public static StackOptions forTests(Path home) {
        return new StackOptions(Layout.at(home), Ports.free(), true, true, false, USUAL_PARALLEL, Progress.silent());
    }

    /** What {@code okno up} starts. */
    public static StackOptions usual(Layout layout, Ports ports, Progress progress) {
        return new StackOptions(layout, ports, true, false, true, USUAL_PARALLEL, progress);
    }

    public StackOptions infrastructureOnly() {
        return new StackOptions(layout, ports, false, fresh, restartDied, parallel, progress);
    }

    public StackOptions fresh(boolean wipe) {
        return new StackOptions(layout, ports, services, wipe, restartDied, parallel, progress);
    }

    public StackOptions restartingDied(boolean restart) {
        return new StackOptions(layout, ports, services, fresh, restart, parallel, progress);
    }

    public StackOptions telling(Progress listener) {
        return new StackOptions(layout, ports, services, fresh, restartDied, parallel, listener);
    }
}
