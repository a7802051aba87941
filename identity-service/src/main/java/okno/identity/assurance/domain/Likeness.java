package okno.identity.assurance.domain;

import java.util.ArrayList;
import java.util.List;
import okno.identity.person.domain.Person;
import okno.identity.person.domain.PersonName;
import okno.platform.core.FieldFault;
import org.jspecify.annotations.Nullable;

/** Whether two sets of personal data are of one person: letter case, {@code ё} and spaces at the ends do not matter. */
public final class Likeness {

    private Likeness() {}

    /** What differs, each with its code and no values; empty: it is the same person. */
    public static List<FieldFault> differences(Person person, Evidence.Testimony said) {
        List<FieldFault> faults = new ArrayList<>();
        if (!said.snils().replaceAll("\\D", "").equals(person.snils().value())) {
            faults.add(FieldFault.at("", "snils_differs"));
        }
        if (!person.name().isLike(said.name())) {
            faults.add(FieldFault.at("", "name_differs"));
        }
        if (!person.birthDate().equals(said.birthDate())) {
            faults.add(FieldFault.at("", "birth_date_differs"));
        }
        return faults;
    }

    public static boolean same(@Nullable String one, @Nullable String other) {
        return PersonName.alike(one, other);
    }
}
