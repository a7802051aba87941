package okno.bench;

import java.io.IOException;
import okno.local.machine.Layout;
import org.jspecify.annotations.Nullable;

/** A proxy that can check tokens, running twice: one that checks and one that does not but is the same in all else. */
interface GatewayPeer {

    String name();

    /** What "plain" leaves out, for the report. */
    String plain();

    /** Requests of one window: enough for a second of processor time, which the kernel counts in hundredths. */
    default int window() {
        return 4_000;
    }

    /** Why it cannot run on this machine; null when it can. */
    default @Nullable String missing() {
        return null;
    }

    /** Starts both, in front of the stub service. */
    Pair start(Layout layout, Issuer issuer, StubService service) throws IOException, InterruptedException;

    /** One running proxy. */
    record Side(int port, long pid) {}

    /**
     * Both, running.
     *
     * @param stop ends them
     */
    record Pair(Side plain, Side secured, Runnable stop) implements AutoCloseable {
        @Override
        public void close() {
            stop.run();
        }
    }
}
