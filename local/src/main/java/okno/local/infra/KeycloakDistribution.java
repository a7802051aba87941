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
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import okno.local.machine.Archive;
import okno.local.machine.Fingerprint;
import okno.local.machine.JavaRuntime;
import okno.local.machine.Layout;
import okno.local.machine.Startup;
import okno.local.process.ProgramFailed;
import org.jspecify.annotations.Nullable;

/** Keycloak's files: unpacked and built once for all stacks of the repository, or left as they are shipped. */
final class KeycloakDistribution {

    /** Fixed when Keycloak is built; changing one builds it anew. */
    static final List<String> BUILD_OPTIONS = List.of(
            "--db=postgres",
            "--health-enabled=true",
            "--metrics-enabled=true",
            // How a proxy that ends TLS tells of client certificates (RFC 9440), as the gateway hears of them.
            "--spi-x509cert-lookup--provider=rfc9440",
            "--features-disabled=impersonation,device-flow,ciba,kerberos");

    private static final String NAME = "keycloak-";

    private final Layout layout;
    private @Nullable Path home;

    KeycloakDistribution(Layout layout) {
        this.layout = layout;
    }

    /** Where the built Keycloak is, or will be after {@link #build}; named by what it is made of. */
    synchronized Path home() {
        Path known = home;
        if (known == null) {
            String version = archive().getFileName().toString().replaceAll(".*dist-(.*)\\.tar\\.gz", "$1");
            List<String> madeOf = new ArrayList<>(BUILD_OPTIONS);
            providers().forEach(jar -> madeOf.add(Fingerprint.ofFile(jar)));
            known = layout.cache().resolve(NAME + version + "-" + Fingerprint.of(madeOf));
            home = known;
        }
        return known;
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

    /** Unpacks and builds it if that is not done yet; those built before it are deleted. */
    void build() throws IOException, InterruptedException {
        layout.ensure(layout.cache());
        // Two stacks that start at once must not build into the same directory.
        try (FileChannel channel = FileChannel.open(
                        layout.cache().resolve("keycloak.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Path built = home().resolve(".built");
            if (lock.isValid() && !Files.exists(built)) {
                unpack(home());
                addProviders(home());
                runBuild();
                Files.createFile(built);
                deleteOthers();
            }
        }
    }

    private void deleteOthers() throws IOException {
        List<Path> old;
        try (Stream<Path> all = Files.list(layout.cache())) {
            old = all.filter(other -> other.getFileName().toString().startsWith(NAME))
                    .filter(other -> Files.isDirectory(other) && !other.equals(home()))
                    .toList();
        }
        for (Path other : old) {
            Archive.deleteTree(other);
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
        addProviders(stock());
    }

    /** Our own extensions and their libraries, as the module keycloak-extensions lays them out. */
    private List<Path> providers() {
        Path built = layout.repository().resolve("keycloak-extensions/target/providers");
        try (Stream<Path> files = Files.list(built)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new ProgramFailed("keycloak-extensions is not built: mvn package, or ./okno up, builds it");
        }
    }

    private void addProviders(Path keycloak) throws IOException {
        for (Path jar : providers()) {
            Files.copy(
                    jar, keycloak.resolve("providers").resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
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
