package okno.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** What the numbers stand on: processors, what else runs on them, and how long the disk takes to keep a page. */
final class MachineState {

    private static final int SYNCS = 200;
    private static final int PAGE = 8192;

    private MachineState() {}

    static void describe(Path directory, Report report) throws IOException {
        report.add("machine", "processors", Runtime.getRuntime().availableProcessors(), "", processor());
        String load = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        double before = Double.parseDouble(load);
        report.add(
                "machine",
                "load before the run",
                before,
                "",
                before > 0.5 ? "BUSY: other programs run, take the numbers with care" : "idle");
        report.add(
                "machine",
                "Java",
                Runtime.version().feature(),
                "",
                System.getProperty("java.vm.vendor") + " " + Runtime.version());
        report.add("machine", "write and sync of 8 KiB, median", syncMillis(directory), "ms", "");
    }

    private static String processor() throws IOException {
        return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static double syncMillis(Path directory) throws IOException {
        Path file = directory.resolve("sync-probe");
        double[] millis = new double[SYNCS];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < SYNCS; i++) {
                long begun = System.nanoTime();
                channel.write(ByteBuffer.allocate(PAGE), (long) i * PAGE);
                channel.force(false);
                millis[i] = (System.nanoTime() - begun) / 1e6;
            }
        } finally {
            Files.deleteIfExists(file);
        }
        return Report.median(millis);
    }
}
