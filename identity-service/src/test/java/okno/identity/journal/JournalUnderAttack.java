package okno.identity.journal;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import okno.auditverifier.AuditVerify;
import okno.identity.journal.persistence.Journal;
import okno.identity.journal.persistence.MerkleLog;
import okno.identity.journal.persistence.TreeHeads;
import okno.platform.test.TestDatabase;
import okno.platform.test.TestStack;
import okno.platform.test.TestTokens;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The journal's real code on a database of its own, for tests that lay hands on the database. */
final class JournalUnderAttack implements AutoCloseable {

    final TestDatabase database;
    final JdbcClient sql;
    final KeepEntries keepEntries;
    final SignHead signHead;
    final HeadKeys keys;
    private final AnnotationConfigApplicationContext context;
    private final Path directory;

    JournalUnderAttack(TestDatabase database, Path directory, Class<?>... more) {
        this.database = database;
        this.directory = directory;
        context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "okno.identity.journal.head-key-file",
                                TestTokens.clientKeyFile().toString(),
                                "okno.identity.journal.head-interval",
                                "200ms",
                                "okno.identity.journal.head-entries",
                                "100")));
        context.registerBean(DataSource.class, database::dataSource);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.register(
                Transactions.class,
                Journal.class,
                MerkleLog.class,
                TreeHeads.class,
                HeadKeys.class,
                SignHead.class,
                KeepEntries.class);
        if (more.length > 0) {
            context.register(more);
        }
        context.refresh();
        sql = context.getBean(JdbcClient.class);
        keepEntries = context.getBean(KeepEntries.class);
        signHead = context.getBean(SignHead.class);
        keys = context.getBean(HeadKeys.class);
    }

    static JournalUnderAttack start(Path directory, Class<?>... more) {
        return new JournalUnderAttack(TestStack.database(), directory, more);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    static class Transactions {
        @Bean
        PlatformTransactionManager transactions(DataSource source) {
            return new DataSourceTransactionManager(source);
        }

        @Bean
        JdbcClient sameConnection(DataSource source) {
            return JdbcClient.create(source);
        }
    }

    void keep(int count) {
        keepEntries.handle(new KeepEntries.Command(EntryFixture.entries("somebody", count)));
    }

    /** What the verifier says; the first line is its exit code. */
    String verified(String... outsideHeads) {
        try {
            Path jwks =
                    Files.writeString(directory.resolve("jwks.json"), JSONObjectUtils.toJSONString(keys.published()));
            Path heads = Files.write(directory.resolve("heads.txt"), List.of(outsideHeads));
            var out = new StringWriter();
            List<String> arguments = new ArrayList<>(List.of(
                    "%s%suser=%s&password=%s"
                            .formatted(
                                    database.url(),
                                    database.url().contains("?") ? "&" : "?",
                                    database.user(),
                                    database.password()),
                    "--keys",
                    jwks.toString(),
                    "--heads",
                    heads.toString()));
            int code = AuditVerify.execute(new PrintWriter(out, true), arguments.toArray(String[]::new));
            return code + System.lineSeparator() + out;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What somebody can do who owns the database. */
    void attack(String... statements) {
        for (String table : List.of("audit_entry", "audit_tile", "audit_tree", "audit_head")) {
            sql.sql("alter table %s disable trigger user".formatted(table)).update();
        }
        for (String statement : statements) {
            sql.sql(statement).update();
        }
    }

    String newestHead() {
        return sql.sql("select statement from audit_head order by size desc limit 1")
                .query(String.class)
                .single();
    }

    @Override
    public void close() {
        context.close();
    }
}
