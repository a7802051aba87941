package okno.identity.assurance.domain;

import java.util.Collection;
import java.util.Comparator;
import okno.identity.person.domain.Ial;

/** How well somebody is known by all the evidence there is: the best of what holds and of what expired proofs leave. */
public final class EarnedLevel {

    private EarnedLevel() {}

    public static Ial of(Collection<Verification> evidence) {
        return evidence.stream()
                .map(one -> one.endedAt() == null ? one.to() : one.method().leaves())
                .max(Comparator.naturalOrder())
                .orElse(Ial.SIMPLIFIED);
    }
}
