package okno.identity.rights;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.documents.store.DocumentStore;
import okno.platform.security.ServiceClients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contents of exports on their way: what a service gives is sealed while it is read and never lies open anywhere. The
 * id of every content follows from the request, the service and the file, so an attempt that is repeated writes over what
 * the one before left.
 */
@Component
class ExportContents {

    private static final String PATH = "/internal/persons/{id}/export";
    private static final String LINES = "lines";

    private static final Logger LOG = LoggerFactory.getLogger(ExportContents.class);

    private final DocumentStore archives;
    private final ServiceClients clients;
    private final OwnRecords ownRecords;
    private final RightsProperties properties;
    private final JsonMapper json;

    ExportContents(
            DocumentStore archives,
            ServiceClients clients,
            OwnRecords ownRecords,
            RightsProperties properties,
            JsonMapper json) {
        this.archives = archives;
        this.clients = clients;
        this.ownRecords = ownRecords;
        this.properties = properties;
        this.json = json;
    }

    /** What a service gave. */
    record Collected(long records, int files, List<String> lost) {}

    /** A file that a service named. */
    record FileReference(String id, String name, String mediaType, long size) {}

    /** Fetches everything of one service; throws when it is not all. */
    Collected fetch(UUID requestId, String service, UUID person) {
        UUID lines = idOf(requestId, service, LINES);
        if (service.equals(OwnRecords.SERVICE)) {
            archives.write(lines, out -> ownRecords.write(person, out));
            return new Collected(count(requestId, service), 0, List.of());
        }
        RestClient client = clients.to(service, properties.answer());
        get(client, PATH, lines, MediaType.APPLICATION_NDJSON, person);
        long records = count(requestId, service);
        List<String> lost = new ArrayList<>();
        List<FileReference> files = files(requestId, service);
        for (FileReference file : files) {
            if (!get(
                    client,
                    PATH + "/files/{file}",
                    idOf(requestId, service, file.id()),
                    MediaType.APPLICATION_OCTET_STREAM,
                    person,
                    file.id())) {
                lost.add(file.id());
            }
        }
        return new Collected(records - files.size(), files.size() - lost.size(), lost);
    }

    /** Shows every record of a service, in its order. */
    void eachRecord(UUID requestId, String service, Consumer<JsonNode> reader) {
        each(requestId, service, line -> {
            if (line.has("section")) {
                reader.accept(line);
            }
        });
    }

    List<FileReference> files(UUID requestId, String service) {
        List<FileReference> files = new ArrayList<>();
        each(requestId, service, line -> {
            if (line.has("file")) {
                files.add(json.treeToValue(line.path("file"), FileReference.class));
            }
        });
        return files;
    }

    InputStream open(UUID requestId, String service, String fileId) {
        return archives.open(idOf(requestId, service, fileId));
    }

    /** Forgets what came of a service; the archive has it, or nobody wants it any more. Nothing happens when it is gone. */
    void forget(UUID requestId, String service) {
        try {
            files(requestId, service).forEach(file -> archives.delete(idOf(requestId, service, file.id())));
        } catch (IllegalStateException | JacksonException goneOrCutShort) {
            LOG.debug("No files of {} to forget", service, goneOrCutShort);
        }
        archives.delete(idOf(requestId, service, LINES));
    }

    /** How many lines there are before the last, which must say the same. */
    private long count(UUID requestId, String service) {
        long[] counted = {0, -1};
        each(requestId, service, line -> {
            if (line.has("lines")) {
                counted[1] = line.path("lines").asLong();
            } else {
                counted[0]++;
            }
        });
        if (counted[0] != counted[1]) {
            throw new IllegalStateException("the answer of " + service + " broke off");
        }
        return counted[0];
    }

    private void each(UUID requestId, String service, Consumer<JsonNode> reader) {
        try (var lines = new BufferedReader(new InputStreamReader(open(requestId, service, LINES), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.accept(json.readTree(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the answer; false when the service does not have it. */
    private boolean get(RestClient client, String path, UUID keptAs, MediaType type, Object... variables) {
        return Boolean.TRUE.equals(
                client.get().uri(path, variables).accept(type).exchange((request, response) -> {
                    if (response.getStatusCode() == HttpStatus.NOT_FOUND) {
                        return false;
                    }
                    if (!response.getStatusCode().is2xxSuccessful()) {
                        throw new Problem(ProblemKind.UNAVAILABLE, "dependency_unavailable");
                    }
                    archives.put(keptAs, response.getBody());
                    return true;
                }));
    }

    private static UUID idOf(UUID requestId, String service, String file) {
        return UUID.nameUUIDFromBytes((requestId + "|" + service + "|" + file).getBytes(UTF_8));
    }
}
