package okno.local;

import java.nio.file.Files;
import java.util.Optional;
import okno.local.machine.Layout;
import okno.local.machine.Ports;
import okno.local.machine.Secrets;
import okno.local.process.ProgramFailed;

/** A stack that another process supervises: its ports and secrets, for commands that talk to it. */
public record RunningStack(Layout layout, Ports ports, Secrets secrets) {

    /** The stack of this directory; throws {@link ProgramFailed} when none runs. */
    public static RunningStack of(Layout layout) {
        if (supervisor(layout).isEmpty() || !Files.exists(layout.ports())) {
            throw new ProgramFailed("Nothing runs here. Start it: ./okno up");
        }
        return new RunningStack(layout, Ports.load(layout.ports()), new Secrets(layout.secrets()));
    }

    public Logins logins() {
        return new Logins(ports, secrets);
    }

    public static Optional<ProcessHandle> supervisor(Layout layout) {
        return StackLock.pidFile(layout).alive();
    }
}
