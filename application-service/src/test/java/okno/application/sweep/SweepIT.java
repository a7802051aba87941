package okno.application.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.application.SampleFiles;
import okno.application.scan.EndQuarantine;
import okno.platform.documents.store.DocumentStore;
import okno.platform.test.TestEvents;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SweepIT extends ApplicationServiceCase {

    @Autowired
    SweepOrphans sweepOrphans;

    @Autowired
    RewrapDocuments rewrapDocuments;

    @Autowired
    EndQuarantine endQuarantine;

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
    void infected_contents_are_thrown_away_after_a_month_and_their_rows_stay() {
        Api citizen = aCitizen().api();
        byte[] infected = SampleFiles.pdf("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");
        UUID kept = UUID.fromString(citizen.upload("/documents", Map.of("kind", "x"), "a.pdf", infected)
                .expect(201)
                .text("/id"));
        String path = "/applications/" + draft(citizen, "ip-registration") + "/attachments";
        UUID attached = UUID.fromString(citizen.upload(path, Map.of("kind", "passport-scan"), "a.pdf", infected)
                .expect(201)
                .text("/id"));
        await().untilAsserted(() -> {
            assertThat(citizen.get("/documents/" + kept).text("/state")).isEqualTo("REJECTED");
            assertThat(citizen.get(path + "/" + attached).text("/state")).isEqualTo("REJECTED");
        });
        endQuarantine.handle();
        assertThat(file(kept)).exists();
        assertThat(file(attached)).exists();

        for (String table : List.of("paper", "personal_document")) {
            jdbc.sql("update " + table + " set created_at = now() - interval '31 days' where id in (:kept, :attached)")
                    .param("kept", kept)
                    .param("attached", attached)
                    .update();
        }

        assertThat(endQuarantine.handle()).isEqualTo(2);
        assertThat(endQuarantine.handle()).isZero();
        assertThat(file(kept)).doesNotExist();
        assertThat(file(attached)).doesNotExist();
        assertThat(citizen.get(path + "/" + attached).text("/reason")).isEqualTo("malware");
        citizen.get(path + "/" + attached + "/content").expect(409);
        citizen.get("/documents/" + kept + "/content").expect(409);
        citizen.delete("/documents/" + kept).expect(204);
        citizen.delete(path + "/" + attached).expect(204);
        await().untilAsserted(() -> assertThat(TestEvents.all("okno.platform.audit.v1").stream()
                        .filter(entry -> entry.data().path("action").asString().equals("document.quarantine_ended"))
                        .map(entry -> entry.data().path("objectId").asString()))
                .contains(kept.toString(), attached.toString()));
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
