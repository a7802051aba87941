package okno.identity.person.domain;

import org.jspecify.annotations.Nullable;

/** Family name, given name and patronymic as the passport writes them; a patronymic is not everybody's. */
public record PersonName(
        String last, String first, @Nullable String middle) {}
