package okno.local.infra;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import okno.local.machine.Archive;
import okno.local.machine.Fingerprint;
import okno.local.machine.JavaRuntime;
import okno.local.machine.Layout;
import okno.local.machine.Startup;
import okno.local.process.ProgramFailed;

/** Keycloak's files: unpacked and built once for all stacks of the repository, or left as they are shipped. */
final class KeycloakDistribution {

    /** Fixed when Keycloak is built; changing one builds it anew. */
    static final List<String> BUILD_OPTIONS = List.of(
            "--db=postgres",
            "--health-enabled=true",
            "--metrics-enabled=true",
            "--features-disabled=impersonation,device-flow,ciba,kerberos");

    private final Layout layout;

    KeycloakDistribution(Layout layout) {
        this.layout = layout;
    }

    /** Where the built Keycloak is, or will be after {@link #build}. */
    Path home() {
        String version = archive().getFileName().toString().replaceAll(".*dist-(.*)\\.tar\\.gz", "$1");
        return layout.cache().resolve("keycloak-%s-%s".formatted(version, Fingerprint.of(BUILD_OPTIONS)));
    }

    /** This stack's own stock Keycloak: a start changes it, so stacks cannot share one. */
    Path stock() {
        return layout.home().resolve("keycloak-stock");
    }

    /** What a start loads and links, as a JDK AOT cache; made by a start with {@link Startup#TRAINING}. */
    Path startCache() {
        return home().resolve("keycloak.aot");
    }

    /** Where a training start writes it when it ends. */
    Path recording() {
        return home().resolve("keycloak.aot.new");
    }

    /** Takes over what a training start has written; without a recording the next starts are slower, not more. */
    void keepRecording() throws IOException {
        if (Files.exists(recording())) {
            Files.move(recording(), startCache(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Unpacks and builds it if that is not done yet. */
    void build() throws IOException, InterruptedException {
        layout.ensure(layout.cache());
        // Two stacks that start at once must not build into the same directory.
        try (FileChannel channel = FileChannel.open(
                        layout.cache().resolve("keycloak.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Path built = home().resolve(".built");
            if (lock.isValid() && !Files.exists(built)) {
                unpack(home());
                runBuild();
                Files.createFile(built);
            }
        }
    }

    /** Makes the stock Keycloak as it left its archive, without what an earlier start has built into it. */
    void resetStock() throws IOException {
        Path shipped = stock().resolve("lib/quarkus-shipped");
        Path inUse = stock().resolve("lib/quarkus");
        if (!Files.exists(shipped)) {
            unpack(stock());
            Archive.copyTree(inUse, shipped);
        }
        Archive.deleteTree(inUse);
        Archive.copyTree(shipped, inUse);
    }

    private void unpack(Path target) throws IOException {
        Archive.deleteTree(target);
        try (InputStream archive = new GZIPInputStream(Files.newInputStream(archive()))) {
            Archive.unpackTar(archive, target, 1);
        }
    }

    private void runBuild() throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(home().resolve("bin/kc.sh").toString(), "build"));
        command.addAll(BUILD_OPTIONS);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(layout.ensure(layout.home().resolve("logs"))
                        .resolve("keycloak-build.log")
                        .toFile());
        builder.environment().put("JAVA_HOME", JavaRuntime.home().toString());
        builder.environment().put("JAVA_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m");
        if (builder.start().waitFor() != 0) {
            throw new ProgramFailed("Keycloak cannot be built, see " + layout.log("keycloak-build"));
        }
    }

    private Path archive() {
        return new JavaRuntime(layout).artefact("keycloak-quarkus-dist-", ".tar.gz");
    }
}
