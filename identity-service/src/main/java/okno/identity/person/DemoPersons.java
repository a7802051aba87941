package okno.identity.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import okno.identity.person.domain.Contacts;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.Passport;
import okno.identity.person.domain.Person;
import okno.identity.person.domain.PersonId;
import okno.identity.person.domain.PersonName;
import okno.identity.person.persistence.Persons;
import okno.platform.core.number.Inn;
import okno.platform.core.number.Snils;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Invented people to try the portal with; their accounts are in the realm file under the same ids. */
@Component
@Profile("demo")
class DemoPersons implements ApplicationRunner {

    private final Persons persons;
    private final Clock clock;

    DemoPersons(Persons persons, Clock clock) {
        this.persons = persons;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        all().forEach(person -> persons.insert(person, clock.instant()));
    }

    static List<Person> all() {
        return List.of(
                person(1, "citizen", new PersonName("Иванова", "Мария", "Петровна"), LocalDate.of(1990, 5, 17)),
                person(2, "citizen2", new PersonName("Петров", "Олег", "Ильич"), LocalDate.of(1985, 3, 2)),
                person(3, "head", new PersonName("Сидоров", "Андрей", "Николаевич"), LocalDate.of(1978, 11, 23)),
                person(4, "officer", new PersonName("Кузнецова", "Анна", "Сергеевна"), LocalDate.of(1982, 7, 9)),
                person(5, "admin", new PersonName("Орлов", "Павел", "Юрьевич"), LocalDate.of(1975, 1, 30)),
                person(6, "integrator", new PersonName("Власов", "Игорь", "Олегович"), LocalDate.of(1988, 4, 12)),
                person(7, "mfc", new PersonName("Зотова", "Вера", "Ивановна"), LocalDate.of(1980, 9, 1)));
    }

    private static Person person(int n, String login, PersonName name, LocalDate birthDate) {
        return new Person(
                new PersonId(UUID.fromString("0198c0de-0000-7000-8000-00000000000" + n)),
                1,
                Ial.CONFIRMED,
                name,
                birthDate,
                Snils.complete("10000000" + n),
                Inn.complete("770100000" + n),
                new Contacts(
                        "+7916000000" + n,
                        true,
                        login + "@okno.example",
                        "119002, г. Москва, ул. Арбат, д. " + (10 + n) + ", кв. " + n),
                new Passport("4510", "12345" + n, "ОВД района Арбат города Москвы", birthDate.plusYears(20), "770-001"),
                "ru");
    }
}
