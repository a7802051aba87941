package okno.local.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okno.local.machine.Archive;
import okno.local.machine.Fingerprint;
import okno.local.machine.JavaRuntime;
import okno.local.machine.Layout;
import okno.local.process.ProgramFailed;
import org.jspecify.annotations.Nullable;

/**
 * A service's jar made ready to start quickly: unpacked, because nested jars are slow to read, with an AOT cache
 * recorded in one start. Kept in the cache under the fingerprint of the jar.
 */
public final class ServiceImage {

    private static final String CACHE = "service.aot";

    private final Layout layout;
    private final String service;
    private @Nullable Path home;

    public ServiceImage(Layout layout, String service) {
        this.layout = layout;
        this.service = service;
    }

    /** The jar that Maven built. */
    Path fatJar() {
        try (Stream<Path> files =
                Files.list(layout.repository().resolve(service).resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().matches(service + "-[0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException | RuntimeException missing) {
            throw new ProgramFailed(service + " is not built: mvn package, or ./okno up, builds it");
        }
    }

    /** Unpacks the jar if this version of it is not unpacked yet; versions before it are deleted. */
    public void unpack() throws IOException, InterruptedException {
        Path home = home();
        if (Files.exists(home)) {
            return;
        }
        Path images = layout.ensure(layout.cache().resolve("services"));
        Path unpacking = Files.createTempDirectory(images, "unpacking-");
        Process process = new ProcessBuilder(
                        JavaRuntime.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        fatJar().toString(),
                        "extract",
                        "--force",
                        "--destination",
                        unpacking.toString())
                .redirectErrorStream(true)
                .redirectOutput(layout.ensure(layout.home().resolve("logs"))
                        .resolve(service + "-unpack.log")
                        .toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new ProgramFailed(
                    "The jar of %s cannot be unpacked, see %s".formatted(service, layout.log(service + "-unpack")));
        }
        deleteOthers(images, home);
        Files.move(unpacking, home);
    }

    private void deleteOthers(Path images, Path current) throws IOException {
        List<Path> old;
        try (Stream<Path> all = Files.list(images)) {
            old = all.filter(image -> image.getFileName().toString().startsWith(service + "@"))
                    .filter(image -> !image.equals(current))
                    .toList();
        }
        for (Path image : old) {
            Archive.deleteTree(image);
        }
    }

    boolean trained() {
        return Files.exists(home().resolve(CACHE));
    }

    /**
     * Records what a start loads and links. The context is built completely, so the database must be there, and ends
     * before anything listens. A failure costs speed only.
     */
    void train(List<String> options, Map<String, String> environment) throws IOException, InterruptedException {
        Path recording = home().resolve(CACHE + ".new");
        List<String> command =
                new ArrayList<>(List.of("nice", "-n", "19", JavaRuntime.java(), "-XX:AOTCacheOutput=" + recording));
        command.addAll(options);
        command.addAll(List.of("-Dspring.context.exit=onRefresh", "-jar", jar().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(layout.log(service + "-training").toFile());
        builder.environment().putAll(environment);
        Process training = builder.start();
        try {
            if (training.waitFor() == 0 && Files.exists(recording)) {
                Files.move(recording, home().resolve(CACHE), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            training.destroyForcibly();
        }
    }

    /** The command that starts it: from the unpacked jar with its cache. */
    List<String> command(List<String> options) {
        List<String> command = new ArrayList<>(List.of(JavaRuntime.java()));
        command.addAll(options);
        if (trained()) {
            command.add("-XX:AOTCache=" + home().resolve(CACHE));
        }
        command.addAll(List.of("-jar", jar().toString()));
        return command;
    }

    /** The unpacked one, whose manifest names its libraries; there after {@link #unpack}. */
    public Path jar() {
        return home().resolve(fatJar().getFileName());
    }

    /** Named by the content of the jar, which is read once: a stack lives shorter than a build. */
    private synchronized Path home() {
        Path known = home;
        if (known == null) {
            known = layout.cache().resolve("services").resolve(service + "@" + Fingerprint.ofFile(fatJar()));
            home = known;
        }
        return known;
    }
}
