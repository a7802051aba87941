package okno.application.casefile.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who works on an application at the agency.
 *
 * @param unit code of the unit that it was sent to; null: the agency does not divide its work
 * @param assignee account of the officer who works on it
 * @param proposal what the first of two officers would decide, and later had decided
 * @param barred accounts of those whose refusal was made void: they do not decide it again
 */
public record Handling(
        @Nullable String unit,
        @Nullable String assignee,
        @Nullable Proposal proposal,
        Set<String> barred) {

    public static final Handling NOBODY = new Handling(null, null, null, Set.of());

    public Handling {
        barred = Set.copyOf(barred);
    }

    /**
     * A decision that waits for a second officer.
     *
     * @param officer account of the officer who proposed it
     */
    public record Proposal(
            Decision.Verdict verdict,
            @Nullable String reasonCode,
            @Nullable String comment,
            String officer,
            Instant proposedAt) {}

    Handling in(@Nullable String newUnit) {
        return new Handling(newUnit, assignee, proposal, barred);
    }

    Handling by(String officer) {
        return new Handling(unit, officer, proposal, barred);
    }

    /** In nobody's hands, with nothing proposed; who had decided, alone or as one of two, is out of it. */
    Handling anew(@Nullable Decision voided) {
        Set<String> out = new HashSet<>(barred);
        if (voided != null && voided.officer() != null) {
            out.add(voided.officer());
        }
        if (proposal != null) {
            out.add(proposal.officer());
        }
        return new Handling(unit, null, null, out);
    }

    /** The first of two officers stays known; who had proposed otherwise does not. */
    Handling decided(Decision.Verdict verdict) {
        return proposal != null && proposal.verdict() == verdict ? this : proposing(null);
    }

    Handling proposing(@Nullable Proposal made) {
        return new Handling(unit, assignee, made, barred);
    }
}
