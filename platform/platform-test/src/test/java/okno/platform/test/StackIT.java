package okno.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class StackIT {

    @Test
    void each_database_is_migrated_and_apart_from_the_others() {
        TestDatabase one = TestStack.database();
        TestDatabase other = TestStack.database();

        one.jdbc().sql("insert into note values (1, 'one')").update();

        assertThat(one.jdbc().sql("select count(*) from note").query(Long.class).single())
                .isEqualTo(1);
        assertThat(other.jdbc()
                        .sql("select count(*) from note")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void broker_answers_and_creates_no_topic_by_itself() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestStack.kafka()))) {
            admin.createTopics(Set.of(new NewTopic("test-stack", 3, (short) 1)))
                    .all()
                    .get();
            assertThat(admin.listTopics().names().get()).contains("test-stack");
        }
    }
}
