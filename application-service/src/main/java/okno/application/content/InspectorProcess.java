package okno.application.content;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okno.application.content.inspect.Demands;
import okno.application.content.inspect.Exchange;
import okno.application.content.inspect.InspectorMain;
import okno.application.content.inspect.Refused;
import org.jspecify.annotations.Nullable;

/** One running inspector: a Java process with a small heap and an empty environment. Used by one caller at a time. */
final class InspectorProcess {

    private static final int BUFFER = 64 * 1024;

    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;

    private InspectorProcess(Process process) {
        this.process = process;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    static InspectorProcess start(ContentProperties properties) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(properties));
        builder.environment().clear();
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return new InspectorProcess(builder.start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void begin(Demands demands) throws IOException {
        Exchange.writeDemands(out, demands);
    }

    void feed(byte[] buffer, int offset, int length) throws IOException {
        Exchange.writePiece(out, buffer, offset, length);
    }

    void abort() throws IOException {
        Exchange.writeAbort(out);
    }

    /** Everything was fed: the inspector begins to judge. */
    void finish() throws IOException {
        Exchange.writeEnd(out);
    }

    /** Of what is finished. Null: accepted; {@link IOException} when the process ended or took longer than the limit. */
    @Nullable
    Refused answer(Duration limit) throws IOException, InterruptedException {
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
