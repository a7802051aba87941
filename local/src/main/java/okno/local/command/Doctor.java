package okno.local.command;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import okno.local.RunningStack;
import okno.local.machine.Layout;
import okno.local.machine.Port;
import okno.local.machine.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code okno doctor}: what else a machine needs; the script has looked for Java and Maven before. */
@Command(name = "doctor", description = "Say what is missing on this machine and what mends it.")
public final class Doctor implements Callable<Integer> {

    private static final long GIBIBYTE = 1L << 30;
    private static final int CORES = 2;
    private static final int DISK_GIBIBYTES = 4;

    @Mixin
    private Place place = new Place();

    @Override
    public Integer call() throws IOException {
        Layout layout = place.layout();
        boolean fine = cores() & disk(layout) & ports(layout) & root();
        return fine ? 0 : 1;
    }

    private static boolean cores() {
        int cores = Runtime.getRuntime().availableProcessors();
        return tell(cores >= CORES, "Cores", cores + (cores >= CORES ? "" : ", everything will start slowly"));
    }

    private static boolean disk(Layout layout) throws IOException {
        FileStore store = Files.getFileStore(layout.repository());
        long free = store.getUsableSpace() / GIBIBYTE;
        return tell(
                free >= DISK_GIBIBYTES,
                "Disk",
                free + " GiB free" + (free >= DISK_GIBIBYTES ? "" : ", make room for " + DISK_GIBIBYTES));
    }

    private static boolean ports(Layout layout) {
        if (RunningStack.supervisor(layout).isPresent()) {
            return tell(true, "Ports", "in use by the stack that runs");
        }
        List<Port> taken = Ports.usual(0, System.getenv()).taken();
        return tell(
                taken.isEmpty(),
                "Ports",
                taken.isEmpty() ? "free" : "taken: " + taken + "; use ./okno up --free-ports or --port-offset 20000");
    }

    private static boolean root() {
        boolean root = "root".equals(System.getProperty("user.name"));
        return tell(
                true,
                "User",
                root ? "root: PostgreSQL runs in a user namespace or as nobody" : "not root, as it should be");
    }

    private static boolean tell(boolean ok, String what, String detail) {
        System.err.printf("%-8s %-8s %s%n", what, ok ? "ok" : "CHECK", detail);
        return ok;
    }
}
