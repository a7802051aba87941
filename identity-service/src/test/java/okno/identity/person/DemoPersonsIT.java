package okno.identity.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import okno.identity.IdentityIT;
import okno.identity.person.domain.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;

class DemoPersonsIT extends IdentityIT {

    @Test
    void seeds_the_demo_people_as_often_as_the_service_starts() {
        DemoPersons demo = new DemoPersons(persons, Clock.systemUTC());
        demo.run(new DefaultApplicationArguments());
        demo.run(new DefaultApplicationArguments());
        var head = persons.find(new PersonId(UUID.fromString("0198c0de-0000-7000-8000-000000000003")))
                .orElseThrow();
        assertThat(head.name().last()).isEqualTo("Сидоров");
        assertThat(head.inn().value()).startsWith("7701000003");
        assertThat(head.snils().value()).startsWith("100000003");
    }
}
