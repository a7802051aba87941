package okno.identity.signature.persistence;

import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import okno.identity.protection.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Detached signatures, sealed: the certificate in them names its holder. */
@Repository
public class SignatureFiles {

    private final JdbcClient jdbc;
    private final PersonalData data;

    SignatureFiles(JdbcClient jdbc, PersonalData data) {
        this.jdbc = jdbc;
        this.data = data;
    }

    public void insert(UUID signatureId, byte[] file) {
        jdbc.sql("insert into signature_file (signature_id, content) values (:id, :content)")
                .param("id", signatureId)
                .param(
                        "content",
                        data.row("signature_file", signatureId)
                                .seal("content", Base64.getEncoder().encodeToString(file)))
                .update();
    }

    public Optional<byte[]> find(UUID signatureId) {
        return jdbc.sql("select content from signature_file where signature_id = :id")
                .param("id", signatureId)
                .query(byte[].class)
                .optional()
                .map(content -> Base64.getDecoder()
                        .decode(data.row("signature_file", signatureId).open("content", content)));
    }
}
