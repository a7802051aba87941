package okno.auditverifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Exports of all months so far, JSON lines; held in memory. There is no stored tree in them: heads that somebody kept are
 * what they are held to.
 */
final class ExportedJournal implements JournalSource {

    private final List<KeptEntry> entries = new ArrayList<>();

    ExportedJournal(List<Path> files) {
        JsonMapper json = JsonMapper.builder().build();
        for (Path file : files) {
            try (Stream<String> lines = Files.lines(file)) {
                lines.filter(line -> !line.isBlank())
                        .forEach(line -> entries.add(json.readValue(line, KeptEntry.class)));
            } catch (IOException | JacksonException e) {
                throw new UnreadableJournal(e);
            }
        }
        entries.sort(Comparator.comparingLong(KeptEntry::leafIndex).thenComparing(KeptEntry::eventId));
    }

    @Override
    public void entries(Consumer<KeptEntry> reader) {
        entries.forEach(reader);
    }

    @Override
    public List<KeptHead> heads() {
        return List.of();
    }

    @Override
    public long treeSize() {
        return -1;
    }

    @Override
    public long signedSize() {
        return 0;
    }

    @Override
    public byte @Nullable [] storedLeaf(long index) {
        return null;
    }

    @Override
    public List<Finding> brokenTiles() {
        return List.of();
    }
}
