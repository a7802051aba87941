package okno.application.submission;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Form;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.domain.Side;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The application as the bytes that a person signs: JSON in UTF-8 with sorted names and no white space, so that the same
 * application always gives the same bytes. Attachments are in it by their SHA-256.
 *
 * @param sha256 hex
 */
public record SignedDocument(byte[] bytes, String sha256) {

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    static SignedDocument of(Application application, Form form, List<Paper> papers) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("applicationId", application.id().toString());
        content.put("serviceCode", application.service().code());
        content.put("serviceVersion", application.service().version());
        content.put("form", form.fields());
        content.put(
                "attachments",
                papers.stream()
                        .filter(paper -> paper.side() == Side.APPLICANT)
                        .sorted(Comparator.comparing(Paper::id))
                        .map(paper -> Map.of("kind", paper.kind(), "sha256", paper.sha256()))
                        .toList());
        return of(CANONICAL.writeValueAsBytes(content));
    }

    static SignedDocument of(byte[] bytes) {
        try {
            return new SignedDocument(
                    bytes,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
