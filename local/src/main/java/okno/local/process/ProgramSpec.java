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
 */
public record ProgramSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path log,
        Probe probe,
        Signal stop,
        int attempts,
        Duration patience) {

    /** Signals that a program may want for an orderly stop. */
    public enum Signal {
        TERM,
        /** PostgreSQL: disconnect clients and shut down now ("fast"), instead of waiting for them to leave. */
        INT
    }

    public static ProgramSpec of(String name, List<String> command, Map<String, String> environment, Path log) {
        return new ProgramSpec(name, command, environment, log, () -> true, Signal.TERM, 1, Duration.ofMinutes(3));
    }

    public ProgramSpec readyWhen(Probe ready) {
        return new ProgramSpec(name, command, environment, log, ready, stop, attempts, patience);
    }

    public ProgramSpec stoppedBy(Signal signal) {
        return new ProgramSpec(name, command, environment, log, probe, signal, attempts, patience);
    }

    public ProgramSpec startedAtMost(int times) {
        return new ProgramSpec(name, command, environment, log, probe, stop, times, patience);
    }
}
