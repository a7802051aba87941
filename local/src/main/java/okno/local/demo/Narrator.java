package okno.local.demo;

import java.io.PrintStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the journey: a headline for each step and each request with its answer, without tokens and secrets. Looking at
 * the same thing again and again is told once, with the last answer.
 */
final class Narrator implements Consumer<Exchange> {

    private final PrintStream out;
    private int step;
    private int calls;
    private @Nullable Exchange held;
    private int repeated;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void step(String headline) {
        flush();
        out.printf("%n%2d. %s%n", ++step, headline);
    }

    /** Something seen outside the portal, such as a message on a phone. */
    void aside(String text) {
        flush();
        out.println("      " + text);
    }

    int calls() {
        return calls;
    }

    @Override
    public void accept(Exchange exchange) {
        calls++;
        Exchange before = held;
        if (before != null && sameLook(before, exchange)) {
            repeated++;
            held = exchange;
            return;
        }
        flush();
        held = exchange;
        repeated = 0;
    }

    void flush() {
        Exchange told = held;
        held = null;
        if (told == null) {
            return;
        }
        String times = repeated == 0 ? "" : "  (asked %d times)".formatted(repeated + 1);
        String query = told.uri().getRawQuery() == null ? "" : "?" + told.uri().getRawQuery();
        out.printf("    %s: %s %s%s%n", told.who(), told.method(), told.uri().getPath(), query);
        if (told.sent() != null) {
            out.println("      > " + Trimmed.of(told.sent()));
        }
        String type = told.answer().header("Content-Type");
        String body = type.contains("json")
                ? Trimmed.of(told.answer().text())
                : told.answer().body().length == 0
                        ? ""
                        : "[%s, %d bytes]".formatted(type, told.answer().body().length);
        out.println("      < " + told.answer().status() + times + (body.isEmpty() ? "" : "  " + body));
    }

    private static boolean sameLook(Exchange before, Exchange now) {
        return now.method().equals("GET")
                && before.method().equals("GET")
                && before.uri().equals(now.uri())
                && before.who().equals(now.who());
    }
}
