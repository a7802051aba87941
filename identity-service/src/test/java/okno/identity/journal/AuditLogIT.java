package okno.identity.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import okno.auditverifier.AuditVerify;
import okno.auditverifier.Proofs;
import okno.identity.IdentityIT;
import okno.identity.journal.domain.MerkleHash;
import okno.identity.person.domain.Person;
import okno.platform.core.Ids;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class AuditLogIT extends IdentityIT {

    private static final HexFormat HEX = HexFormat.of();

    @Autowired
    private KeepEntries keepEntries;

    @Autowired
    private SignHead signHead;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_person_follows_their_entry_up_to_a_signed_head() throws Exception {
        Person person = somebody();
        keep(EntryFixture.entries("noise-" + Ids.next(), 70));
        keep(EntryFixture.entries(person.id().toString(), 2));
        signHead.handle();
        DocumentContext deeds = json(http.get()
                .uri("/api/v1/me/audit")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        TestTokens.person(person.id().value()).bearer())
                .exchange());
        String entryId = deeds.read("$.items[1].entryId");
        String entryHash = deeds.read("$.items[1].entryHash");

        DocumentContext proof = json(get("/api/v1/audit/proofs/" + entryId));

        JWSObject statement = JWSObject.parse(proof.read("$.head.statement"));
        JWKSet keys =
                JWKSet.parse(json(get("/.well-known/okno-audit-jwks.json")).jsonString());
        assertThat(keys.getKeys()).noneMatch(key -> key.isPrivate());
        var key = keys.getKeyByKeyId(statement.getHeader().getKeyID()).toECKey();
        assertThat(statement.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(statement.getPayload().toJSONObject())
                .containsEntry("root", proof.read("$.head.root"))
                .containsKeys("size", "signedAt")
                .hasSize(3);
        String leaf = proof.read("$.leafHash");
        assertThat(leaf).isEqualTo(HEX.formatHex(MerkleHash.leaf(HEX.parseHex(entryHash))));
        assertThat(Proofs.includes(
                        number(proof, "$.leafIndex"),
                        number(proof, "$.head.size"),
                        HEX.parseHex(leaf),
                        path(proof),
                        HEX.parseHex(proof.read("$.head.root"))))
                .isTrue();
        assertThat(proof.jsonString()).doesNotContain(person.id().toString());
    }

    @Test
    void a_newer_head_grew_out_of_an_older_one() {
        keep(EntryFixture.entries("older-" + Ids.next(), 7));
        signHead.handle();
        long from = number(json(get("/api/v1/audit/head")), "$.size");
        keep(EntryFixture.entries("newer-" + Ids.next(), 130));
        signHead.handle();

        DocumentContext proof = json(get("/api/v1/audit/consistency?from=" + from));

        assertThat(number(proof, "$.second.size")).isGreaterThanOrEqualTo(from + 130);
        assertThat(Proofs.consistent(
                        from,
                        HEX.parseHex(proof.read("$.first.root")),
                        number(proof, "$.second.size"),
                        HEX.parseHex(proof.read("$.second.root")),
                        path(proof)))
                .isTrue();
        assertThat(number(json(get("/api/v1/audit/heads/" + from)), "$.size")).isEqualTo(from);
        get("/api/v1/audit/consistency?from=%s&to=%d".formatted(number(proof, "$.second.size"), from))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void an_entry_without_a_signed_head_is_not_proved_yet() {
        keep(EntryFixture.entries("signed-" + Ids.next(), 1));
        signHead.handle();
        long size = number(json(get("/api/v1/audit/head")), "$.size");
        List<NewEntry> entries = EntryFixture.entries("unsigned-" + Ids.next(), 1);
        keep(entries);
        UUID id = entries.getFirst().eventId();

        problem(get("/api/v1/audit/proofs/" + id), 409, "audit_entry_not_signed_yet");
        signHead.handle();
        get("/api/v1/audit/proofs/" + id).expectStatus().isOk();
        problem(get("/api/v1/audit/proofs/" + id + "?size=" + size), 409, "audit_entry_after_head");
        problem(get("/api/v1/audit/proofs/" + Ids.next()), 404, "not_found");
        problem(get("/api/v1/audit/proofs/" + id + "?size=999999999"), 404, "not_found");
        problem(get("/api/v1/audit/heads/999999999"), 404, "not_found");
        problem(get("/api/v1/audit/consistency?from=0"), 404, "not_found");
    }

    @Test
    void replicas_that_keep_overlapping_batches_leave_no_gap() throws Exception {
        String actor = "race-" + Ids.next();
        List<NewEntry> all = EntryFixture.entries(actor, 1_000);
        List<Callable<Integer>> replicas = new ArrayList<>();
        for (int start = 0; start < 1_000; start += 25) {
            List<NewEntry> batch = all.subList(start, Math.min(1_000, start + 75));
            replicas.add(() -> keep(batch));
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            int kept = 0;
            for (var result : threads.invokeAll(replicas)) {
                kept += result.get();
            }
            assertThat(kept).isEqualTo(1_000);
        }
        assertThat(jdbc.sql("""
                        select count(*) = max(leaf_index) + 1 and count(distinct leaf_index) = count(*)
                               and count(*) = (select size from audit_tree)
                        from audit_entry
                        """).query(Boolean.class).single()).isTrue();
    }

    @Test
    void an_entry_twice_in_a_batch_is_kept_once() {
        NewEntry entry = EntryFixture.entries("double-" + Ids.next(), 1).getFirst();
        assertThat(keep(List.of(entry, entry))).isEqualTo(1);
    }

    @Test
    void a_month_is_exported_line_by_line_and_the_export_is_an_entry_itself(@TempDir Path directory) throws Exception {
        String actor = "exported-" + Ids.next();
        keep(EntryFixture.entries(actor, 1_500));
        signHead.handle();
        String head = json(get("/api/v1/audit/head")).read("$.statement");
        String admin = Ids.next().toString();
        String body = new String(
                http.get()
                        .uri("/api/v1/audit/entries?month=" + YearMonth.now(ZoneOffset.UTC))
                        .header(
                                HttpHeaders.AUTHORIZATION,
                                TestTokens.admin(admin).bearer())
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentType(MediaType.APPLICATION_NDJSON)
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent(),
                UTF_8);
        List<Long> leaves = body.lines()
                .map(JsonPath::parse)
                .filter(line -> actor.equals(line.read("$.actorId")))
                .map(line -> number(line, "$.leafIndex"))
                .toList();
        assertThat(leaves).hasSize(1_500).isSorted().doesNotHaveDuplicates();
        String[] verification = {
            Files.writeString(directory.resolve("month.jsonl"), body).toString(),
            "--keys",
            "http://localhost:" + port + "/.well-known/okno-audit-jwks.json",
            "--heads",
            Files.writeString(directory.resolve("heads.txt"), head).toString()
        };
        var said = new StringWriter();
        assertThat(AuditVerify.execute(new PrintWriter(said, true), verification))
                .isZero();
        assertThat(said.toString()).contains("1 signed heads: whole");
        Files.writeString(directory.resolve("month.jsonl"), body.replaceFirst("thing.done", "thing.lost"));
        assertThat(AuditVerify.execute(new PrintWriter(said, true), verification))
                .isEqualTo(1);
        assertThat(said.toString()).contains("ALTERED: event ");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql(
                                        "select count(*) from audit_entry where actor_id = :admin and action = 'audit.exported'")
                                .param("admin", admin)
                                .query(Long.class)
                                .single()
                        == 1);
    }

    @Test
    void an_export_is_for_administrators_and_names_a_month() {
        http.get()
                .uri("/api/v1/audit/entries?month=2026-11")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        TestTokens.officer(Ids.next().toString()).bearer())
                .exchange()
                .expectStatus()
                .isForbidden();
        get("/api/v1/audit/entries?month=2026-11").expectStatus().isUnauthorized();
        problem(
                http.get()
                        .uri("/api/v1/audit/entries?month=November")
                        .header(HttpHeaders.AUTHORIZATION, TestTokens.admin().bearer())
                        .exchange(),
                400,
                "month_format");
    }

    private int keep(List<NewEntry> entries) {
        return keepEntries.handle(new KeepEntries.Command(entries));
    }

    private ResponseSpec get(String path) {
        return http.get().uri(path).exchange();
    }

    private static void problem(ResponseSpec response, int status, String code) {
        response.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private static DocumentContext json(ResponseSpec response) {
        return JsonPath.parse(new String(
                response.expectStatus().isOk().expectBody().returnResult().getResponseBodyContent(), UTF_8));
    }

    private static long number(DocumentContext json, String path) {
        return json.<Number>read(path).longValue();
    }

    private static List<byte[]> path(DocumentContext json) {
        return json.<List<String>>read("$.path").stream().map(HEX::parseHex).toList();
    }
}
