package okno.identity.rights;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import okno.identity.rights.domain.DataRequest;
import okno.platform.documents.PdfRenderer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * An export for people: a PDF in Russian with every section in words. Long sections show their first records and say how
 * many there are; the JSON beside it has all.
 */
@Component
class ReadableExport {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").withZone(RequestExport.ZONE);
    private static final int RECORDS = 50;
    private static final int FIELDS = 40;
    private static final int TEXT = 300;

    private final ExportContents contents;
    private final PdfRenderer renderer;
    private final Properties words = words();

    ReadableExport(ExportContents contents, PdfRenderer renderer) {
        this.contents = contents;
        this.renderer = renderer;
    }

    /** A name and its value, both in words. */
    record Field(String label, String value) {}

    /** A record as a list of fields. */
    record Entry(List<Field> fields) {}

    /** Records of one kind; {@code more} says how many are only in the JSON. */
    record Section(String title, long count, String more, List<Entry> entries) {}

    /** What one service gave; {@code note} says so when it gave nothing. */
    record Part(String title, String note, List<Section> sections) {}

    byte[] pdf(DataRequest request, List<WriteArchive.Given> given, Instant now) {
        List<Part> parts = given.stream().map(one -> part(request, one)).toList();
        return renderer.render(
                "templates/data-export.html",
                Map.of("madeAt", TIME.format(now), "requestId", request.id().toString(), "parts", parts));
    }

    private Part part(DataRequest request, WriteArchive.Given given) {
        String title = word("service." + given.service(), given.service());
        if (!given.complete()) {
            return new Part(title, "Служба не ответила. Этих сведений в архиве нет; они будут добавлены.", List.of());
        }
        Map<String, List<Entry>> shown = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        contents.eachRecord(request.id(), given.service(), line -> {
            String section = line.path("section").asString();
            counts.merge(section, 1L, Long::sum);
            List<Entry> entries = shown.computeIfAbsent(section, s -> new ArrayList<>());
            if (entries.size() < RECORDS) {
                entries.add(entry(line.path("record")));
            }
        });
        List<Section> sections = shown.entrySet().stream()
                .map(section ->
                        section(section.getKey(), counts.getOrDefault(section.getKey(), 0L), section.getValue()))
                .toList();
        String files = given.files() == 0 ? "" : "Файлов в архиве: " + given.files() + ".";
        return new Part(title, sections.isEmpty() ? "Сведений нет." : files, sections);
    }

    private Section section(String name, long count, List<Entry> entries) {
        String more =
                count <= RECORDS ? "" : "Показаны первые " + RECORDS + " из " + count + "; все записи — в папке data.";
        return new Section(word("section." + name, name), count, more, entries);
    }

    private Entry entry(JsonNode record) {
        List<Field> fields = new ArrayList<>();
        flatten("", record, fields);
        return new Entry(fields);
    }

    private void flatten(String path, JsonNode node, List<Field> fields) {
        if (fields.size() >= FIELDS || node.isNull() || node.isMissingNode()) {
            return;
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(property -> flatten(
                            path.isEmpty() ? label(property.getKey()) : path + " / " + label(property.getKey()),
                            property.getValue(),
                            fields));
        } else if (node.isArray() && node.valueStream().anyMatch(JsonNode::isContainer)) {
            node.valueStream().forEach(item -> flatten(path, item, fields));
        } else {
            String text = node.isArray()
                    ? String.join(
                            ", ", node.valueStream().map(JsonNode::asString).toList())
                    : node.asString();
            fields.add(new Field(path, text.length() <= TEXT ? text : text.substring(0, TEXT) + "…"));
        }
    }

    private String label(String name) {
        return word("field." + name, name);
    }

    private String word(String key, String otherwise) {
        return words.getProperty(key, otherwise);
    }

    private static Properties words() {
        Properties words = new Properties();
        try (var file = new InputStreamReader(
                Objects.requireNonNull(ReadableExport.class.getResourceAsStream("/rights/words.properties")), UTF_8)) {
            words.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
