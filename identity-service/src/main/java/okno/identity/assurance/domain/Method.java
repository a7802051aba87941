package okno.identity.assurance.domain;

import okno.identity.person.domain.Ial;

/**
 * A way to prove who one is. Levels are those of ЕСИА: {@code standard} once passport and SNILS are found in the
 * registers, {@code confirmed} once somebody who may vouch has seen the person, or a qualified certificate has.
 */
public enum Method {
    /** In person, with the passport, at a one-stop office (МФЦ), which hands out a code. */
    MFC_CODE(Ial.SIMPLIFIED, Ial.CONFIRMED, Ial.STANDARD),
    /** Passport and SNILS compared with the registers. */
    REGISTERS(Ial.SIMPLIFIED, Ial.STANDARD, Ial.SIMPLIFIED),
    /** A challenge signed with a qualified certificate, whose authority has seen the person (63-FZ, article 18). */
    CERTIFICATE(Ial.SIMPLIFIED, Ial.CONFIRMED, Ial.STANDARD),
    /** A bank that knows its client (115-FZ, article 7). It does not show us the passport, so the registers come first. */
    BANK(Ial.STANDARD, Ial.CONFIRMED, Ial.STANDARD),
    /** A call with a camera at a provider of identification; the registers come first, as above. */
    VIDEO(Ial.STANDARD, Ial.CONFIRMED, Ial.STANDARD);

    private final Ial needs;
    private final Ial proves;
    private final Ial leaves;

    Method(Ial needs, Ial proves, Ial leaves) {
        this.needs = needs;
        this.proves = proves;
        this.leaves = leaves;
    }

    /** How well somebody must be known already. */
    public Ial needs() {
        return needs;
    }

    /** How well somebody is known who was proved so. */
    public Ial proves() {
        return proves;
    }

    /** What stays of it when the document that was shown has expired. */
    public Ial leaves() {
        return leaves;
    }
}
