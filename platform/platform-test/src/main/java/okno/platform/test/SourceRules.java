package okno.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rules about source text, which bytecode does not keep. */
final class SourceRules {

    private static final int MAX_LINES = 300;

    private SourceRules() {}

    static List<String> violations(Path sources) {
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .flatMap(file -> violationsOf(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> violationsOf(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> violations = new ArrayList<>();
        if (lines.size() > MAX_LINES) {
            violations.add("%s has %d lines, more than %d, because nobody holds so many in mind"
                    .formatted(file, lines.size(), MAX_LINES));
        }
        for (int i = 0; i < lines.size(); i++) {
            boolean explained = lines.get(i).contains("//")
                    || (i > 0 && lines.get(i - 1).strip().startsWith("//"));
            if (lines.get(i).strip().startsWith("@SuppressWarnings") && !explained) {
                violations.add("%s:%d suppresses a warning without a reason in a comment".formatted(file, i + 1));
            }
        }
        return violations;
    }
}
