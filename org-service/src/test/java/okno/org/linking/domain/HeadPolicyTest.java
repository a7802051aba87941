package okno.org.linking.domain;

import static okno.org.linking.domain.OrganisationFixture.HEAD_INN;
import static okno.org.linking.domain.OrganisationFixture.ROMASHKA;
import static okno.org.linking.domain.OrganisationFixture.anOrganisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import okno.org.linking.domain.HeadPolicy.Registered;
import okno.org.linking.domain.HeadPolicy.State;
import org.junit.jupiter.api.Test;

class HeadPolicyTest {

    private static final String INN = ROMASHKA.inn().value();

    @Test
    void head_of_a_living_company_is_linked() {
        assertThat(check(registered(INN, "770101001", State.ACTIVE, HEAD_INN), HEAD_INN))
                .isEmpty();
    }

    @Test
    void unknown_company_is_told_and_nothing_else() {
        assertThat(check(null, HEAD_INN)).containsExactly(RejectionReason.ORGANISATION_NOT_FOUND);
    }

    @Test
    void all_reasons_are_told_at_once() {
        assertThat(check(registered("7702000006", "770201001", State.LIQUIDATED, "other"), HEAD_INN))
                .containsExactly(
                        RejectionReason.ORGANISATION_LIQUIDATED,
                        RejectionReason.INN_MISMATCH,
                        RejectionReason.KPP_MISMATCH,
                        RejectionReason.NOT_THE_HEAD);
    }

    @Test
    void liquidator_acts_instead_of_the_head() {
        assertThat(check(registered(INN, "770101001", State.LIQUIDATING, HEAD_INN), HEAD_INN))
                .containsExactly(RejectionReason.ORGANISATION_LIQUIDATING);
    }

    @Test
    void two_missing_numbers_never_match() {
        assertThat(check(registered(INN, "770101001", State.ACTIVE, null), null))
                .containsExactly(RejectionReason.PERSON_INN_MISSING);
        assertThat(check(registered(INN, "770101001", State.ACTIVE, null), HEAD_INN))
                .containsExactly(RejectionReason.NOT_THE_HEAD);
    }

    @Test
    void states_follow_the_table() {
        Organisation checking = anOrganisation();
        Organisation linked = checking.linked("ООО «Ромашка»", OrganisationFixture.NOW);

        assertThat(linked.version()).isEqualTo(2);
        assertThat(linked.withdrawn(OrganisationFixture.NOW)
                        .requestedAgain(ROMASHKA, OrganisationFixture.NOW)
                        .status())
                .isEqualTo(OrganisationStatus.CHECKING);
        assertThatThrownBy(() -> linked.requestedAgain(ROMASHKA, OrganisationFixture.NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    private static List<RejectionReason> check(Registered registered, String personInn) {
        return HeadPolicy.check(anOrganisation(), registered, personInn);
    }

    private static Registered registered(String inn, String kpp, State state, String headInn) {
        return new Registered(inn, kpp, "ООО «Ромашка»", state, headInn);
    }
}
