package okno.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells a person what happens, one line a step; silent in tests. */
public final class Progress {

    private final @Nullable PrintStream out;

    private Progress(@Nullable PrintStream out) {
        this.out = out;
    }

    public static Progress to(PrintStream out) {
        return new Progress(out);
    }

    public static Progress silent() {
        return new Progress(null);
    }

    public void say(String line) {
        if (out != null) {
            out.println(line);
            out.flush();
        }
    }

    void ready(String name, int port, Duration took) {
        say(String.format(Locale.ROOT, "  ready  %-22s %-6s %5.1f s", name, port > 0 ? ":" + port : "", seconds(took)));
    }

    void died(String name) {
        say("  DIED   " + name + "; starting it again");
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
