package okno.local.process;

import java.io.IOException;
import java.util.List;

/** One program of the stack: what must serve before it, how it is prepared, started and finished. */
public interface Part {

    String name();

    /** What is stopped together; higher layers stop first. */
    Layer layer();

    /** From the ground up. */
    enum Layer {
        STORE,
        OUTSIDE,
        SERVICE,
        EDGE
    }

    /** Where it listens, for people. */
    int port();

    /** Names of the parts that must be ready before this one starts. */
    default List<String> after() {
        return List.of();
    }

    /** Unpacks, builds, formats: whatever is done once and found done on the next start. */
    default void prepare() throws IOException, InterruptedException {}

    ProgramSpec spec() throws IOException;

    /** What can be done only on the running program, and changes nothing when it was done before. */
    default void onReady() throws IOException, InterruptedException {}

    /** Records what makes the next start quicker, beside the running program; found done the next time. */
    default void speedUpNextStart() throws IOException, InterruptedException {}
}
