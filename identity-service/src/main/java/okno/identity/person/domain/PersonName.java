package okno.identity.person.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Family name, given name and patronymic as the passport writes them; a patronymic is not everybody's. */
public record PersonName(
        String last, String first, @Nullable String middle) {

    /** Whether both name one person: letter case, {@code ё} and spaces at the ends do not matter. */
    public boolean isLike(PersonName other) {
        return alike(last, other.last) && alike(first, other.first) && alike(middle, other.middle);
    }

    /** The same for one word of a name; a missing one is like an empty one. */
    public static boolean alike(@Nullable String one, @Nullable String other) {
        return normal(one).equals(normal(other));
    }

    private static String normal(@Nullable String name) {
        return name == null ? "" : name.strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
