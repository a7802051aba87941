package okno.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import okno.local.machine.JavaRuntime;
import okno.local.machine.Layout;
import okno.local.process.PidFile;
import okno.local.process.ProgramFailed;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With PostgreSQL alone: the other programs are supervised the same way and start slower. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SupervisorIT {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path home;

    @Test
    void a_stack_cleans_up_after_a_killed_supervisor_and_keeps_the_data() throws Exception {
        Layout layout = Layout.at(home);
        Process supervisor = okno("up", "--infrastructure", "--without", "kafka,keycloak", "--free-ports");
        awaitUp();
        ProcessHandle orphan = PidFile.of(layout.run(), "postgres").alive().orElseThrow();

        supervisor.destroyForcibly().waitFor();
        assertThat(orphan.isAlive()).isTrue();

        try (Stack stack = Stack.start(postgresOnly().fresh(false))) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(databases(stack)).contains("okno_payment");
        }
    }

    @Test
    void down_stops_a_stack_of_another_process_in_an_orderly_way() throws Exception {
        Layout layout = Layout.at(home);
        Process supervisor = okno("up", "--infrastructure", "--without", "kafka,keycloak", "--free-ports");
        awaitUp();
        ProcessHandle postgres = PidFile.of(layout.run(), "postgres").alive().orElseThrow();
        assertThat(okno("status").waitFor()).isZero();

        assertThat(okno("down").waitFor()).isZero();

        assertThat(supervisor.isAlive()).isFalse();
        assertThat(postgres.isAlive()).isFalse();
        assertThat(Files.readString(layout.log("postgres"))).contains("database system is shut down");
        assertThatThrownBy(() -> RunningStack.of(layout)).isInstanceOf(ProgramFailed.class);
    }

    @Test
    void a_second_stack_on_the_same_data_is_refused() {
        try (Stack stack = Stack.start(postgresOnly())) {
            assertThat(stack.healthy("postgres")).isTrue();
            assertThatThrownBy(() -> Stack.start(postgresOnly())).hasMessageContaining("already runs");
        }
    }

    @Test
    void what_dies_by_itself_is_started_again() {
        try (Stack stack = Stack.start(postgresOnly().restartingDied(true))) {
            long before = stack.pid("postgres");
            ProcessHandle.of(before).orElseThrow().destroyForcibly();

            await().atMost(PATIENCE).until(() -> stack.healthy("postgres") && stack.pid("postgres") != before);
        }
    }

    @Test
    void what_a_test_kills_stays_dead_until_the_test_restarts_it() {
        try (Stack stack = Stack.start(postgresOnly().restartingDied(true))) {
            stack.killPostgres();
            assertThat(stack.healthy("postgres")).isFalse();

            stack.restart("postgres");
            assertThat(stack.healthy("postgres")).isTrue();
        }
    }

    @Test
    void nothing_is_left_when_a_start_fails() throws IOException {
        StackOptions options = postgresOnly();
        try (Stack first = Stack.start(options)) {
            assertThat(first.healthy("postgres")).isTrue();
            StackOptions samePorts = StackOptions.usual(
                            Layout.at(home.resolve("other")), options.ports(), Progress.silent())
                    .infrastructureOnly();

            assertThatThrownBy(() -> Stack.start(samePorts)).hasMessageContaining("Taken by another program");
            assertThat(RunningStack.supervisor(samePorts.layout())).isEmpty();
        }
    }

    private StackOptions postgresOnly() {
        return StackOptions.forTests(home).infrastructureOnly().without(Set.of("kafka", "keycloak"));
    }

    private Process okno(String... arguments) throws IOException {
        Layout layout = Layout.at(home);
        List<String> command = new ArrayList<>(List.of(
                JavaRuntime.java(),
                "-XX:TieredStopAtLevel=1",
                "-Dokno.root=" + layout.repository(),
                "-cp",
                new JavaRuntime(layout).jars(),
                Okno.class.getName()));
        Stream.of(arguments).forEach(command::add);
        command.addAll(List.of("--dir", home.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Files.createDirectories(home).resolve("said").toFile()))
                .start();
    }

    private void awaitUp() {
        await().atMost(PATIENCE)
                .until(() -> Files.readString(home.resolve("said")).contains(Progress.UP));
    }

    private static List<String> databases(Stack stack) throws Exception {
        List<String> names = new ArrayList<>();
        try (var connection = DriverManager.getConnection(
                        stack.databaseUrl("okno_payment"), "okno_payment", stack.databasePassword("okno_payment"));
                var rows = connection.createStatement().executeQuery("select datname from pg_database")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
