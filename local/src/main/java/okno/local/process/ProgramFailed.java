package okno.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program could not be started; the message names it, says why and shows the end of its log. */
public final class ProgramFailed extends RuntimeException {

    private static final int LINES = 25;

    public ProgramFailed(String message) {
        super(message);
    }

    static ProgramFailed withLog(String name, String reason, Path log) {
        return new ProgramFailed("%s %s. Last lines of %s:%n%s".formatted(name, reason, log, tail(log)));
    }

    private static String tail(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }
}
