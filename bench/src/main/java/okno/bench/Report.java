package okno.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, in the order of measuring. */
public final class Report {

    private final Instant at = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    private final List<Line> lines = new ArrayList<>();

    /** One number. */
    record Line(String suite, String name, double value, String unit, String note) {}

    public void add(String suite, String name, double value, String unit, String note) {
        var line = new Line(suite, name, value, unit, note);
        lines.add(line);
        // At once, since a run takes minutes and somebody waits.
        System.out.println(row(line));
    }

    /** Says why a suite has no numbers. */
    void skip(String suite, String why) {
        add(suite, "skipped", Double.NaN, "", why);
    }

    /** Percentiles of a histogram of nanoseconds, in milliseconds. */
    void add(String suite, String name, Histogram nanoseconds) {
        String note = nanoseconds.getTotalCount() + " samples";
        for (double percentile : new double[] {50, 90, 99, 99.9}) {
            double millis = nanoseconds.getValueAtPercentile(percentile) / 1e6;
            add(suite, name + " p" + (percentile == 99.9 ? "99.9" : (int) percentile), millis, "ms", note);
        }
        add(suite, name + " max", nanoseconds.getMaxValue() / 1e6, "ms", note);
    }

    /** The percentiles that have goals, in milliseconds, each with its goal beside it. */
    void add(String suite, String name, Histogram nanoseconds, Map<Double, Double> goals) {
        goals.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(goal -> {
            double millis = nanoseconds.getValueAtPercentile(goal.getKey()) / 1e6;
            String verdict = millis <= goal.getValue() ? "goal" : "MISSED, goal";
            add(
                    suite,
                    "%s p%.0f".formatted(name, goal.getKey()),
                    millis,
                    "ms",
                    "%s %.0f ms, %d samples".formatted(verdict, goal.getValue(), nanoseconds.getTotalCount()));
        });
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    String table() {
        var table = new StringBuilder();
        String suite = "";
        for (Line line : lines) {
            if (!line.suite().equals(suite)) {
                suite = line.suite();
                table.append(System.lineSeparator()).append(suite).append(System.lineSeparator());
            }
            table.append(row(line)).append(System.lineSeparator());
        }
        return table.toString();
    }

    Path save(Path directory) throws IOException {
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Path file = directory.resolve(at.toString().replace(":", "") + ".json");
        Files.write(file, json.writeValueAsBytes(Map.of("at", at, "results", lines)));
        return file;
    }

    private static String row(Line line) {
        String value = Double.isNaN(line.value()) ? "" : Math.abs(line.value()) >= 1000 ? "%,.0f" : "%.2f";
        return String.format(
                Locale.ROOT,
                "  %-48s %14s %-10s %s",
                line.name(),
                String.format(Locale.ROOT, value, line.value()),
                line.unit(),
                line.note());
    }
}
