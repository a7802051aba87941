package okno.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells a person what happens, one line a step; silent in tests. */
public final class Progress {

    /** How the line begins that says that all is up. */
    public static final String UP = "Everything is up";

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

    public void up(Duration took) {
        say(String.format(Locale.ROOT, "%s after %.1f s.", UP, seconds(took)));
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
