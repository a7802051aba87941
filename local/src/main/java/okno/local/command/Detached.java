package okno.local.command;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okno.local.Okno;
import okno.local.Progress;
import okno.local.machine.JavaRuntime;
import okno.local.machine.Layout;

/** Runs the supervisor in the background and shows what it says until everything is up. */
final class Detached {

    private static final List<String> HANG_UP_PROOF = List.of("nohup");

    private final Layout layout;

    Detached(Layout layout) {
        this.layout = layout;
    }

    /** @param arguments the command line without the wish to detach */
    int start(List<String> arguments) throws IOException, InterruptedException {
        Path log = layout.log("supervisor");
        layout.ensure(layout.home().resolve("logs"));
        Files.deleteIfExists(log);
        List<String> command = new ArrayList<>(HANG_UP_PROOF);
        command.add(JavaRuntime.java());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Okno.class.getName()));
        command.addAll(arguments);
        Process supervisor = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(log.toFile())
                .start();
        try (RandomAccessFile said = new RandomAccessFile(log.toFile(), "r")) {
            boolean up = false;
            while (!up && supervisor.isAlive()) {
                supervisor.waitFor(200, TimeUnit.MILLISECONDS);
                up = show(said);
            }
            show(said);
            return up ? 0 : supervisor.waitFor();
        }
    }

    /** Prints what was added; true when the supervisor said that all is up. */
    private static boolean show(RandomAccessFile said) throws IOException {
        byte[] more = new byte[(int) (said.length() - said.getFilePointer())];
        said.readFully(more);
        String text = new String(more, StandardCharsets.UTF_8);
        System.out.print(text);
        System.out.flush();
        return text.contains(Progress.UP);
    }
}
