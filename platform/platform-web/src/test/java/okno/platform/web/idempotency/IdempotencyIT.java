package okno.platform.web.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import okno.platform.test.TestDatabase;
import okno.platform.test.TestStack;
import okno.platform.web.Edge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = OnceApp.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class IdempotencyIT {

    private static final TestDatabase DATABASE = TestStack.database(List.of("classpath:db/platform"));

    static {
        DATABASE.jdbc()
                .sql("create table thing (id uuid primary key, name text not null)")
                .update();
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", DATABASE::url);
        properties.add("spring.datasource.username", DATABASE::user);
        properties.add("spring.datasource.password", DATABASE::password);
        properties.add("spring.servlet.multipart.max-file-size", () -> "10MB");
        properties.add("spring.servlet.multipart.max-request-size", () -> "10MB");
    }

    @LocalServerPort
    int port;

    @Autowired
    OnceApp.Things things;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdempotencyStore store;

    /** Unique to each test, so that the tests share one database. */
    private final String name = UUID.randomUUID().toString();

    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    @AfterEach
    void present() {
        OnceApp.AHEAD.set(Duration.ZERO);
    }

    @Test
    void replays_the_answer_without_a_second_effect() {
        HttpResponse<String> first = post("/things");
        HttpResponse<String> second = post("/things");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(second.body()).isEqualTo(first.body());
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(second.headers().firstValue(header))
                    .isEqualTo(first.headers().firstValue(header))
                    .isPresent();
        }
        assertThat(things.count(name)).isEqualTo(1);
    }

    @Test
    void carries_out_fifty_simultaneous_requests_once() {
        List<HttpResponse<String>> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 50)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> post("/things"), threads))
                    .toList();
            answers = calls.stream().map(CompletableFuture::join).toList();
        }

        assertThat(things.count(name)).isEqualTo(1);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 409));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201).map(HttpResponse::body))
                .isNotEmpty()
                .allMatch(post("/things").body()::equals);
    }

    @Test
    void refuses_the_key_for_another_body() {
        post("/things");
        HttpResponse<String> other = postBody("/things", "{\"name\":\"other " + name + "\"}");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("idempotency_key_reused");
        assertThat(things.count("other " + name)).isZero();
    }

    @Test
    void the_same_key_on_another_path_is_another_call() {
        assertThat(post("/things").statusCode()).isEqualTo(201);
        assertThat(post("/things?again").statusCode()).isEqualTo(201);
        assertThat(things.count(name)).isEqualTo(2);
    }

    @Test
    void a_key_belongs_to_its_caller_and_to_whom_they_act_for() {
        for (String caller :
                List.of("one", "two", "one/company", "one/other", "one/under/power", "one/under/another")) {
            HttpResponse<String> first = postAs(caller);
            assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
            assertThat(postAs(caller).body()).isEqualTo(first.body());
        }
        assertThat(things.count(name)).isEqualTo(6);
    }

    @Test
    void refuses_keys_that_are_too_long_or_not_ascii() {
        Edge edge = new Edge(port);
        assertThat(edge.postJson("/things", body(), "Idempotency-Key", "k".repeat(256))
                        .statusCode())
                .isEqualTo(400);
        assertThat(edge.postJson("/things", body(), "Idempotency-Key", "a b").statusCode())
                .isEqualTo(400);
        assertThat(edge.postJson("/things", body(), "Idempotency-Key", "k".repeat(255))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_failure_before_the_commit_may_be_retried_at_once() {
        assertThat(post("/things/broken-before-commit").statusCode()).isEqualTo(500);
        assertThat(post("/things/broken-before-commit").statusCode()).isEqualTo(500);
        assertThat(things.count(name)).isZero();
        assertThat(store.claim(CallKey.of("x", "POST", "/", key), new byte[32])).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void a_refusal_is_repeated_and_not_tried_again() {
        HttpResponse<String> first = post("/things/refused");
        HttpResponse<String> second = post("/things/refused");

        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(things.count(name)).isEqualTo(1);
    }

    @Test
    void a_crash_between_the_commit_and_the_answer_never_leads_to_a_second_effect() {
        assertThat(post("/things/broken-after-commit").statusCode()).isEqualTo(500);

        assertThat(post("/things/broken-after-commit").body()).contains("idempotency_key_in_flight");
        OnceApp.AHEAD.set(Duration.ofSeconds(61));
        assertThat(post("/things/broken-after-commit").body()).contains("request_already_done");
        assertThat(things.count(name)).isEqualTo(1);
    }

    @Test
    void a_call_whose_process_seems_dead_is_taken_over_and_the_dead_one_cannot_commit() throws Exception {
        OnceApp.reached = new CountDownLatch(1);
        OnceApp.released = new CountDownLatch(1);
        CompletableFuture<HttpResponse<String>> zombie = CompletableFuture.supplyAsync(() -> post("/things/slow"));
        assertThat(OnceApp.reached.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(post("/things/slow").body()).contains("idempotency_key_in_flight");

        CountDownLatch zombieWaitsFor = OnceApp.released;
        OnceApp.released = new CountDownLatch(0);
        OnceApp.AHEAD.set(Duration.ofSeconds(61));
        HttpResponse<String> successor = post("/things/slow");
        zombieWaitsFor.countDown();

        assertThat(successor.statusCode()).isEqualTo(200);
        assertThat(zombie.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(409);
        assertThat(things.count(name)).isEqualTo(1);
        assertThat(post("/things/slow").body()).isEqualTo(successor.body());
    }

    @Test
    void forgets_after_a_day() {
        post("/things");
        OnceApp.AHEAD.set(Duration.ofHours(25));

        assertThat(post("/things").headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(things.count(name)).isEqualTo(2);
        OnceApp.AHEAD.set(Duration.ofHours(50));
        assertThat(store.clean()).isPositive();
        assertThat(jdbc.sql("select count(*) from idempotency_key")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void keeps_answers_unreadable_without_the_key() {
        post("/things");

        assertThat(jdbc.sql("select answer from idempotency_key where answer is not null")
                        .query(byte[].class)
                        .list())
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(new String(answer, UTF_8)).doesNotContain(name, "201", "Location"));
    }

    @Test
    void knows_the_same_upload_in_spite_of_another_boundary() {
        byte[] file = "content".repeat(300_000).getBytes(UTF_8);
        HttpResponse<String> first = upload("one", file);
        HttpResponse<String> second = upload("two", file);
        HttpResponse<String> other = upload("three", "content".getBytes(UTF_8));

        assertThat(first.body()).contains(name + " 2100000");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(upload("four", new byte[11 << 20]).statusCode()).isEqualTo(413);
        assertThat(things.count(name)).isEqualTo(1);
    }

    @Test
    void spools_large_bodies() {
        byte[] large = new byte[3 << 20];
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = new Edge(port)
                    .post("/things/bytes?name=" + name, "application/octet-stream", large, "Idempotency-Key", key);
            assertThat(answer.body()).contains(name + " " + large.length);
        }
        assertThat(things.count(name)).isEqualTo(1);
    }

    private HttpResponse<String> post(String path) {
        return postBody(path, body());
    }

    private HttpResponse<String> postAs(String caller) {
        return new Edge(port).postJson("/things", body(), "Idempotency-Key", key, "Test-Caller", caller);
    }

    private HttpResponse<String> postBody(String path, String body) {
        return new Edge(port).postJson(path, body, "Idempotency-Key", key);
    }

    private String body() {
        return "{\"name\":\"" + name + "\"}";
    }

    private HttpResponse<String> upload(String boundary, byte[] file) {
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n" + name + "\r\n--"
                + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n";
        String tail = "\r\n--" + boundary + "--\r\n";
        byte[] body = new byte[head.length() + file.length + tail.length()];
        System.arraycopy(head.getBytes(UTF_8), 0, body, 0, head.length());
        System.arraycopy(file, 0, body, head.length(), file.length);
        System.arraycopy(tail.getBytes(UTF_8), 0, body, head.length() + file.length, tail.length());
        return new Edge(port)
                .post("/things/files", "multipart/form-data; boundary=" + boundary, body, "Idempotency-Key", key);
    }
}
