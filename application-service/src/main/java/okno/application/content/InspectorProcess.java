package okno.application.content;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okno.application.content.inspect.Demands;
import okno.application.content.inspect.Exchange;
import okno.application.content.inspect.InspectorMain;
import okno.application.content.inspect.Refused;
import org.jspecify.annotations.Nullable;

/**
 * One running inspector: a Java process with a small heap and an empty environment. Used by one caller at a time, who goes on
 * while a thread of its own writes into the pipe: a pipe holds 64 KB, and its reader is not always running.
 */
final class InspectorProcess {

    private static final int BUFFER = 64 * 1024;
    /** Pieces that wait at most, 64 KB each. */
    private static final int AHEAD = 32;

    private final Process process;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("inspector-writer").daemon().factory());
    private final Semaphore room = new Semaphore(AHEAD);
    private final Duration limit;
    private final DataOutputStream out;
    private final DataInputStream in;
    private volatile @Nullable IOException broken;

    private InspectorProcess(Process process, Duration limit) {
        this.process = process;
        this.limit = limit;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    static InspectorProcess start(ContentProperties properties) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(properties));
        builder.environment().clear();
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return new InspectorProcess(builder.start(), properties.timeLimit());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void begin(Demands demands) throws IOException {
        write(() -> Exchange.writeDemands(out, demands));
    }

    /** The piece is copied; what cannot be written shows at one of the next calls. */
    void feed(byte[] buffer, int offset, int length) throws IOException {
        byte[] piece = Arrays.copyOfRange(buffer, offset, offset + length);
        write(() -> Exchange.writePiece(out, piece, 0, length));
    }

    /** Returns when it is told: the next caller must not meet what is broken off here. */
    void abort() throws IOException {
        write(() -> Exchange.writeAbort(out));
        await(AHEAD);
        room.release(AHEAD);
        requireWhole();
    }

    /** Everything was fed: the inspector begins to judge. */
    void finish() throws IOException {
        write(() -> Exchange.writeEnd(out));
    }

    @FunctionalInterface
    private interface Writing {

        void run() throws IOException;
    }

    private void write(Writing writing) throws IOException {
        requireWhole();
        await(1);
        writer.execute(() -> {
            try {
                writing.run();
            } catch (IOException e) {
                broken = e;
            } finally {
                room.release();
            }
        });
    }

    private void await(int pieces) throws IOException {
        try {
            if (!room.tryAcquire(pieces, limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("the inspector does not read");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void requireWhole() throws IOException {
        IOException fault = broken;
        if (fault != null) {
            throw new IOException("the inspector is gone", fault);
        }
    }

    /** Of what is finished. Null: accepted; {@link IOException} when the process ended or took too long. */
    @Nullable
    Refused answer() throws IOException, InterruptedException {
        FutureTask<@Nullable Refused> answer = new FutureTask<>(() -> Exchange.readAnswer(in));
        Thread.ofVirtual().name("inspector-answer").start(answer);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("no answer", e);
        }
    }

    void end() {
        process.destroyForcibly();
        writer.shutdown();
    }

    private static List<String> command(ContentProperties properties) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + properties.memory().toBytes(),
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                "-cp",
                System.getProperty("java.class.path")));
        String main = InspectorMain.class.getName();
        if (isInsideExecutableJar()) {
            command.addAll(
                    List.of("-Dloader.main=" + main, "org.springframework.boot.loader.launch.PropertiesLauncher"));
        } else {
            command.add(main);
        }
        return command;
    }

    /** Jars within a jar are known to Spring Boot's launcher only. */
    private static boolean isInsideExecutableJar() {
        return Objects.requireNonNull(InspectorMain.class.getResource("InspectorMain.class"))
                .toString()
                .startsWith("jar:nested:");
    }
}
