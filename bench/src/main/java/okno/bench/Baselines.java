package okno.bench;

import java.io.IOException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What deliveries cost without any of the features: no owner, no order, no back-off, no signature, one destination. The
 * poller is what is usually built; the bare loop is about as little as PostgreSQL and HTTP allow.
 */
final class Baselines implements AutoCloseable {

    private static final int POLLERS = 20;
    private static final int CLAIM = 100;

    private final JdbcTemplate jdbc;
    private final String url;
    private final byte[] body;
    private final CloseableHttpClient http = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(CLAIM)
                    .setMaxConnPerRoute(CLAIM)
                    .build())
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableContentCompression()
            .build();

    Baselines(JdbcTemplate jdbc, String url, byte[] body) {
        this.jdbc = jdbc;
        this.url = url;
        this.body = body;
        jdbc.execute("create table if not exists bench_job (id uuid primary key, claimed boolean not null, "
                + "body bytea not null)");
        jdbc.execute("create index if not exists bench_job_free on bench_job (id) where not claimed");
        jdbc.execute("create table if not exists bench_attempt (job_id uuid not null, at timestamptz not null, "
                + "status integer not null, primary key (job_id, at))");
    }

    private void fill(int jobs) {
        jdbc.execute("truncate bench_job, bench_attempt");
        jdbc.update("insert into bench_job select uuidv7(), false, ? from generate_series(1, ?)", body, jobs);
        jdbc.execute("vacuum analyze bench_job");
    }

    /** Twenty threads, each of which claims one row, sends it, and writes down what came of it. Jobs a second. */
    double poller(int jobs) throws InterruptedException {
        fill(jobs);
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(POLLERS)) {
            for (int i = 0; i < POLLERS; i++) {
                threads.execute(this::pollUntilEmpty);
            }
        }
        return jobs / ((System.nanoTime() - begun) / 1e9);
    }

    private void pollUntilEmpty() {
        while (true) {
            List<UUID> claimed = jdbc.queryForList("""
                    update bench_job set claimed = true
                    where id = (select id from bench_job where not claimed order by id limit 1 for update skip locked)
                    returning id
                    """, UUID.class);
            if (claimed.isEmpty()) {
                return;
            }
            UUID id = claimed.getFirst();
            int status = post(id);
            jdbc.update("""
                    with done as (delete from bench_job where id = ? returning id)
                    insert into bench_attempt select id, clock_timestamp(), ? from done
                    """, id, status);
        }
    }

    /** Claims a hundred, sends them at the same time, writes them down at once, and begins again. Jobs a second. */
    double bareLoop(int jobs) throws InterruptedException {
        fill(jobs);
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<UUID> claimed = claimMany();
            while (!claimed.isEmpty()) {
                var sent = new CountDownLatch(claimed.size());
                List<UUID> done = Collections.synchronizedList(new ArrayList<>());
                for (UUID id : claimed) {
                    threads.execute(() -> {
                        post(id);
                        done.add(id);
                        sent.countDown();
                    });
                }
                sent.await();
                record(done);
                claimed = claimMany();
            }
        }
        return jobs / ((System.nanoTime() - begun) / 1e9);
    }

    private List<UUID> claimMany() {
        return jdbc.queryForList("""
                update bench_job set claimed = true
                where id in (select id from bench_job where not claimed order by id limit ? for update skip locked)
                returning id
                """, UUID.class, CLAIM);
    }

    private void record(List<UUID> done) {
        String[] ids = done.stream().map(UUID::toString).toArray(String[]::new);
        jdbc.update("""
                with done as (delete from bench_job where id = any (cast(? as uuid[])) returning id)
                insert into bench_attempt select id, ?, 204 from done
                """, ids, new Timestamp(System.currentTimeMillis()));
    }

    private int post(UUID id) {
        var post = new HttpPost(url);
        post.setHeader("webhook-id", id.toString());
        post.setHeader("webhook-timestamp", Long.toString(System.currentTimeMillis() / 1000));
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        try {
            return http.execute(post, response -> response.getCode());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
