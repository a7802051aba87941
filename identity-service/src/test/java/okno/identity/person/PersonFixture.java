package okno.identity.person;

import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;
import okno.identity.person.domain.Contacts;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.Passport;
import okno.identity.person.domain.Person;
import okno.identity.person.domain.PersonId;
import okno.identity.person.domain.PersonName;
import okno.platform.core.Ids;
import okno.platform.core.number.Inn;
import okno.platform.core.number.Snils;

/** Invented people, each with numbers of their own. */
public final class PersonFixture {

    private PersonFixture() {}

    public static Person aPerson() {
        String nine = "%09d".formatted(ThreadLocalRandom.current().nextInt(200_000_000, 999_999_999));
        return new Person(
                new PersonId(Ids.next()),
                1,
                Ial.CONFIRMED,
                new PersonName("Соколова" + nine, "Вероника" + nine, "Игоревна" + nine),
                LocalDate.of(1991, 2, 3),
                Snils.complete(nine),
                Inn.complete("7" + nine),
                new Contacts("+79" + nine, true, "sokolova" + nine + "@okno.example", "г. Тверь, ул. Мира, " + nine),
                new Passport("4511", nine.substring(3), "ОВД " + nine, LocalDate.of(2011, 3, 4), "690-001"),
                "ru");
    }
}
