package okno.application.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.platform.documents.store.DocumentStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SweepIT extends ApplicationServiceCase {

    @Autowired
    SweepOrphans sweepOrphans;

    @Autowired
    RewrapDocuments rewrapDocuments;

    @Autowired
    DocumentStore documents;

    @Test
    void old_contents_without_a_row_are_forgotten_and_nothing_else() throws IOException {
        Api citizen = aCitizen().api();
        UUID kept = UUID.fromString(citizen.upload("/documents", Map.of("kind", "x"), "a.pdf", PDF)
                .expect(201)
                .text("/id"));
        UUID application = draft(citizen, "ip-registration");
        String path = "/applications/" + application + "/attachments";
        UUID attached = UUID.fromString(citizen.upload(path, Map.of("kind", "passport-scan"), "a.pdf", PDF)
                .text("/id"));
        UUID orphan = UUID.randomUUID();
        UUID young = UUID.randomUUID();
        documents.put(orphan, new ByteArrayInputStream(PDF));
        documents.put(young, new ByteArrayInputStream(PDF));
        for (UUID id : new UUID[] {kept, attached, orphan}) {
            Files.setLastModifiedTime(file(id), FileTime.from(Instant.now().minusSeconds(3 * 86_400)));
        }

        sweepOrphans.handle();

        assertThat(file(orphan)).doesNotExist();
        assertThat(file(young)).exists();
        citizen.get("/documents/" + kept + "/content").expect(200);
        citizen.get(path + "/" + attached + "/content").expect(200);
    }

    @Test
    void a_change_of_the_key_is_followed_once() {
        jdbc.sql("delete from document_key").update();

        rewrapDocuments.handle();
        rewrapDocuments.handle();

        assertThat(jdbc.sql("select name from document_key").query(String.class).list())
                .containsExactly(documents.presentKey());
    }

    private static Path file(UUID id) {
        return DOCUMENTS.resolve(id.toString().substring(34)).resolve(id.toString());
    }
}
