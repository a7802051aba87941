package okno.org.linking.domain;

import java.time.Instant;
import java.util.UUID;
import okno.org.linking.domain.Organisation.Numbers;
import okno.platform.core.number.Inn;
import okno.platform.core.number.Kpp;
import okno.platform.core.number.Ogrn;

/** ООО «Ромашка», invented. */
public final class OrganisationFixture {

    public static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    public static final Numbers ROMASHKA =
            new Numbers(Inn.complete("770100001"), new Kpp("770101001"), Ogrn.complete("102770000001"));
    public static final String HEAD_INN = Inn.complete("7701000003").value();

    private OrganisationFixture() {}

    public static Organisation anOrganisation() {
        return Organisation.requested(
                UUID.fromString("0198c0de-4000-7000-8000-000000000001"),
                "0198c0de-0000-7000-8000-000000000003",
                ROMASHKA,
                NOW);
    }
}
