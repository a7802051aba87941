package okno.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import okno.local.infra.Keycloak;
import okno.local.machine.Archive;
import okno.local.machine.Layout;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** It stays in the cache: the stacks of the end-to-end tests start from it, and three migrations of Keycloak are saved. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PreparedDatabaseIT {

    @TempDir
    Path home;

    @Test
    void a_start_copies_tables_without_keys_or_people_and_has_passwords_of_its_own() throws Exception {
        Layout layout = Layout.at(home);
        forgetEarlierOnes(layout);
        DatabasePreparation.run(layout);

        StackOptions options = StackOptions.forTests(home).infrastructureOnly().without(Set.of("kafka", Keycloak.NAME));
        try (Stack stack = Stack.start(options)) {
            // Only a Keycloak makes these, and none has run here.
            assertThat(rows(stack, "databasechangelog")).isPositive();
            for (String table :
                    Set.of("realm", "component", "component_config", "user_entity", "credential", "client")) {
                assertThat(rows(stack, table)).as(table).isZero();
            }
        }
    }

    private static void forgetEarlierOnes(Layout layout) throws IOException {
        try (var all = Files.newDirectoryStream(layout.ensure(layout.cache()), "database-*")) {
            for (Path one : all) {
                Archive.deleteTree(one);
            }
        }
    }

    private static long rows(Stack stack, String table) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        stack.databaseUrl(Keycloak.DATABASE),
                        Keycloak.DATABASE,
                        stack.databasePassword(Keycloak.DATABASE));
                var counted = connection.createStatement().executeQuery("select count(*) from " + table)) {
            counted.next();
            return counted.getLong(1);
        }
    }
}
