package okno.identity.rights.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import okno.identity.rights.domain.ErasureAnswer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What services answered to orders to erase; the first answer of a service stands. */
@Repository
public class ErasureAnswers {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ErasureAnswers(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void keep(UUID requestId, ErasureAnswer answer, Instant now) {
        jdbc.sql("""
                        insert into erasure_answer (request_id, service, answer, answered_at)
                        values (:request, :service, :answer::jsonb, :now)
                        on conflict do nothing
                        """)
                .param("request", requestId)
                .param("service", answer.service())
                .param("answer", json.writeValueAsString(answer))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    public List<ErasureAnswer> of(UUID requestId) {
        return jdbc
                .sql("select answer::text from erasure_answer where request_id = :request order by service")
                .param("request", requestId)
                .query(String.class)
                .list()
                .stream()
                .map(answer -> json.readValue(answer, ErasureAnswer.class))
                .toList();
    }
}
