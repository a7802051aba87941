package okno.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A started program: its own process group, output in a log file, remembered in a pid file. */
public final class Program {

    private static final Duration POLL = Duration.ofMillis(50);

    private final ProgramSpec spec;
    private final Process process;
    private final PidFile pidFile;
    private volatile boolean expectedToEnd;

    private Program(ProgramSpec spec, Process process, PidFile pidFile) {
        this.spec = spec;
        this.process = process;
        this.pidFile = pidFile;
    }

    /** Starts the program and returns when it serves; throws {@link ProgramFailed} with its last words otherwise. */
    public static Program startAndAwait(ProgramSpec spec, Path runDirectory) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Program program = launch(spec, runDirectory);
            try {
                program.awaitReady();
                return program;
            } catch (ProgramFailed failed) {
                program.kill();
                if (attempt >= spec.attempts()) {
                    throw failed;
                }
            } catch (InterruptedException e) {
                program.kill();
                throw e;
            }
        }
    }

    private static Program launch(ProgramSpec spec, Path runDirectory) {
        try {
            Files.createDirectories(spec.log().getParent());
            ProcessBuilder builder = new ProcessBuilder(inOwnGroup(spec.command()))
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.startsWith("OKNO_") || name.equals("JAVA_TOOL_OPTIONS"));
            builder.environment().putAll(spec.environment());
            Process process = builder.start();
            PidFile pidFile = PidFile.of(runDirectory, spec.name());
            pidFile.write(process.toHandle());
            return new Program(spec, process, pidFile);
        } catch (IOException e) {
            throw new ProgramFailed("%s cannot be started: %s".formatted(spec.name(), e.getMessage()));
        }
    }

    /** Ctrl-C reaches every process of the terminal's group at once; ours must stop one after another instead. */
    private static List<String> inOwnGroup(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            whole.add("/usr/bin/setsid");
        } else if (Files.isExecutable(Path.of("/usr/bin/perl"))) {
            whole.addAll(List.of("/usr/bin/perl", "-e", "setpgrp(0,0); exec @ARGV", "--"));
        }
        whole.addAll(command);
        return whole;
    }

    private void awaitReady() throws InterruptedException {
        long giveUp = System.nanoTime() + spec.patience().toNanos();
        while (!answers()) {
            if (!process.isAlive()) {
                throw ProgramFailed.withLog(spec.name(), "ended with code " + process.exitValue(), spec.log());
            }
            if (System.nanoTime() > giveUp) {
                throw ProgramFailed.withLog(
                        spec.name(), "is not ready after " + spec.patience().toSeconds() + " s", spec.log());
            }
            if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                continue;
            }
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return process.isAlive() && spec.probe().ready();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Whether it runs and answers now. */
    public boolean healthy() {
        try {
            return answers();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks the program to stop, waits, and kills it when it does not. */
    public void stop() {
        expectedToEnd = true;
        List<ProcessHandle> children = process.descendants().toList();
        signal(spec.stop());
        try {
            if (!process.waitFor(spec.grace().toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        pidFile.delete();
    }

    /** SIGKILL to the process and its children; returns when all of them are gone. */
    public void kill() {
        expectedToEnd = true;
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit()
                .orTimeout(10, TimeUnit.SECONDS)
                .exceptionally(e -> one)
                .join());
        pidFile.delete();
    }

    private void signal(ProgramSpec.Signal signal) {
        if (signal == ProgramSpec.Signal.TERM) {
            process.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Completes when the program ends without having been asked to. */
    public CompletableFuture<Program> died() {
        CompletableFuture<Program> died = new CompletableFuture<>();
        process.onExit().thenRun(() -> {
            if (!expectedToEnd) {
                died.complete(this);
            }
        });
        return died;
    }

    public String name() {
        return spec.name();
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }
}
