package okno.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Remembers a started process by id and start time, so that a later supervisor can find what an earlier one left behind
 * and never hits an unrelated process that was given the same id.
 */
public record PidFile(Path path) {

    /** The kernel counts start times in ticks, the boot time in seconds. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(3);

    private static final Duration GRACE = Duration.ofSeconds(15);

    public static PidFile of(Path runDirectory, String name) {
        return new PidFile(runDirectory.resolve(name + ".pid"));
    }

    public void write(ProcessHandle process) {
        try {
            long started =
                    process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
            Files.createDirectories(path.getParent());
            Files.writeString(path, process.pid() + " " + started + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process written here, if it still is the same one. */
    public Optional<ProcessHandle> alive() {
        try {
            String[] words = Files.readString(path).strip().split(" ");
            Instant started = Instant.ofEpochMilli(Long.parseLong(words[1]));
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startedAt(process, started));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean startedAt(ProcessHandle process, Instant expected) {
        return process.info()
                .startInstant()
                .map(actual -> Duration.between(actual, expected).abs().compareTo(CLOCK_TOLERANCE) < 0)
                .orElse(false);
    }

    public String name() {
        return path.getFileName().toString().replace(".pid", "");
    }

    public static List<PidFile> in(Path runDirectory) {
        if (!Files.isDirectory(runDirectory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(runDirectory)) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .sorted()
                    .map(PidFile::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops what a dead supervisor left behind; gives the names of the processes that were still there. */
    public static List<String> stopOrphans(Path runDirectory) {
        List<PidFile> orphans = in(runDirectory).stream()
                .filter(file -> file.alive().isPresent())
                .toList();
        List<ProcessHandle> processes = orphans.stream()
                .flatMap(file -> file.alive().stream())
                .flatMap(process -> Stream.concat(process.descendants(), Stream.of(process)))
                .toList();
        processes.forEach(ProcessHandle::destroy);
        Instant giveUp = Instant.now().plus(GRACE);
        processes.forEach(process -> end(process, giveUp));
        in(runDirectory).forEach(PidFile::delete);
        return orphans.stream().map(PidFile::name).toList();
    }

    private static void end(ProcessHandle process, Instant giveUp) {
        try {
            long millis = Math.max(1, Duration.between(Instant.now(), giveUp).toMillis());
            process.onExit().get(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (Exception late) {
            process.destroyForcibly();
            process.onExit()
                    .orTimeout(5, TimeUnit.SECONDS)
                    .exceptionally(e -> process)
                    .join();
        }
    }
}
