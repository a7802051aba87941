package okno.identity.assurance.domain;

import okno.identity.person.domain.Ial;

/** A way to prove who one is. */
public enum Method {
    /** In person, with the passport, at a one-stop office (МФЦ), which hands out a code. */
    MFC_CODE(Ial.CONFIRMED);

    private final Ial proves;

    Method(Ial proves) {
        this.proves = proves;
    }

    /** How well somebody is known who was proved so. */
    public Ial proves() {
        return proves;
    }
}
