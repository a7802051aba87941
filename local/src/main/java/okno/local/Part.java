package okno.local;

import java.io.IOException;
import java.util.List;
import okno.local.process.ProgramSpec;

/** One program of the stack: what must serve before it, how it is prepared, started and finished. */
public interface Part {

    String name();

    /** Names of the parts that must be ready before this one starts. */
    default List<String> after() {
        return List.of();
    }

    /** Unpacks, builds, formats: whatever is done once and found done on the next start. */
    default void prepare() throws IOException, InterruptedException {}

    ProgramSpec spec() throws IOException;

    /** What can be done only on the running program, and changes nothing when it was done before. */
    default void onReady() throws IOException, InterruptedException {}
}
