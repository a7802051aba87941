package okno.application.catalogue.domain;

import org.jspecify.annotations.Nullable;

/** How long the agency has: by the code of a dated term, or, where no law dates it, as an amount and a unit. */
public record TermRule(
        @Nullable Integer amount,
        Term.@Nullable Unit unit,
        @Nullable String reference) {

    /** The term written in the passport itself; null when it is a reference. */
    public @Nullable Term fixed() {
        return unit == null || amount == null ? null : new Term(amount, unit);
    }
}
