package okno.application.casefile.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import okno.application.casefile.domain.Form;
import okno.application.vault.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people filled in, and the bytes they submitted; sealed. */
@Repository
public class Forms {

    private static final String INSERT = """
            insert into application_form (application_id, form, prefilled) values (:id, :form, :prefilled::jsonb)
            """;
    private static final String ONE = "select form, prefilled::text from application_form where application_id = :id";
    private static final String UPDATE =
            "update application_form set form = :form, prefilled = cast(:prefilled as jsonb) where application_id = :id";
    private static final String KEEP_DOCUMENT = """
            update application_form set document = :document, document_sha256 = :sha256 where application_id = :id
            """;
    // Sealed for its first place: it opens only with that place named, which is the application's.
    private static final String KEEP_EARLIER = """
            insert into earlier_document (application_id, submitted_again_at, document, document_sha256, signature_id)
            select application_id, :at, document, document_sha256, :signatureId
              from application_form
             where application_id = :id and document is not null
            """;
    private static final String DOCUMENT =
            "select document from application_form where application_id = :id and document is not null";
    private static final String DOCUMENT_SHA256 =
            "select document_sha256 from application_form where application_id = :id and document is not null";
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
    private static final TypeReference<List<Form.Prefilled>> PREFILLED = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final PersonalData personalData;
    private final JsonMapper json;

    Forms(JdbcClient jdbc, PersonalData personalData, JsonMapper json) {
        this.jdbc = jdbc;
        this.personalData = personalData;
        this.json = json;
    }

    public void insert(UUID applicationId, Form form) {
        jdbc.sql(INSERT)
                .param("id", applicationId)
                .param("form", seal(applicationId, form.fields()))
                .param("prefilled", json.writeValueAsString(form.prefilled()))
                .update();
    }

    public Form get(UUID applicationId) {
        return jdbc.sql(ONE)
                .param("id", applicationId)
                .query((row, i) -> map(applicationId, row))
                .single();
    }

    Form map(UUID applicationId, ResultSet row) throws SQLException {
        return new Form(
                json.readValue(personalData.open(place(applicationId, "form"), row.getBytes("form")), MAP),
                json.readValue(row.getString("prefilled"), PREFILLED));
    }

    public void save(UUID applicationId, Form form) {
        jdbc.sql(UPDATE)
                .param("id", applicationId)
                .param("form", seal(applicationId, form.fields()))
                .param("prefilled", json.writeValueAsString(form.prefilled()))
                .update();
    }

    /** Keeps the very bytes that were submitted. */
    public void keepDocument(UUID applicationId, byte[] document, String sha256) {
        jdbc.sql(KEEP_DOCUMENT)
                .param("id", applicationId)
                .param("document", personalData.seal(place(applicationId, "document"), document))
                .param("sha256", sha256)
                .update();
    }

    /** Puts what was submitted so far aside: what somebody signed is never overwritten. */
    public void keepEarlierDocument(UUID applicationId, @Nullable UUID signatureId, Instant at) {
        jdbc.sql(KEEP_EARLIER)
                .param("id", applicationId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("signatureId", signatureId)
                .update();
    }

    /** The bytes that were submitted; empty for a draft. */
    public Optional<byte[]> document(UUID applicationId) {
        return jdbc.sql(DOCUMENT)
                .param("id", applicationId)
                .query((row, i) -> row.getBytes("document"))
                .optional()
                .map(kept -> personalData.openBytes(place(applicationId, "document"), kept));
    }

    /** SHA-256 of the bytes that were submitted, hex. */
    public String documentSha256(UUID applicationId) {
        return jdbc.sql(DOCUMENT_SHA256)
                .param("id", applicationId)
                .query(String.class)
                .single();
    }

    private byte[] seal(UUID applicationId, Map<String, Object> fields) {
        return personalData.seal(place(applicationId, "form"), json.writeValueAsString(fields));
    }

    private static String place(UUID applicationId, String column) {
        return "application_form|" + applicationId + "|" + column;
    }
}
