package okno.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How to start one program, how to know that it serves and how to ask it to stop.
 *
 * @param name unique in a stack; names the log and the pid file
 * @param stop the signal of an orderly stop
 * @param attempts how often a program that dies before it is ready is started anew
 * @param patience how long it may take to be ready
 * @param grace how long it may take to stop before it is killed
 */
public record ProgramSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path log,
        Probe probe,
        Signal stop,
        int attempts,
        Duration patience,
        Duration grace) {

    /** Signals that a program may want for an orderly stop. */
    public enum Signal {
        TERM,
        /** PostgreSQL: disconnect clients and shut down now ("fast"), instead of waiting for them to leave. */
        INT
    }

    private static final Duration GRACE = Duration.ofSeconds(25);

    public static ProgramSpec of(String name, List<String> command, Map<String, String> environment, Path log) {
        return new ProgramSpec(
                name, command, environment, log, () -> true, Signal.TERM, 1, Duration.ofMinutes(3), GRACE);
    }

    public ProgramSpec readyWhen(Probe ready) {
        return new ProgramSpec(name, command, environment, log, ready, stop, attempts, patience, grace);
    }

    public ProgramSpec stoppedBy(Signal signal) {
        return new ProgramSpec(name, command, environment, log, probe, signal, attempts, patience, grace);
    }

    public ProgramSpec stoppedWithin(Duration longest) {
        return new ProgramSpec(name, command, environment, log, probe, stop, attempts, patience, longest);
    }

    public ProgramSpec startedAtMost(int times) {
        return new ProgramSpec(name, command, environment, log, probe, stop, times, patience, grace);
    }
}
