package okno.keycloak.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keycloak.models.SingleUseObjectProvider;

class AllowanceTest {

    private final Set<String> places = new HashSet<>();
    private final Allowance allowance = new Allowance(store());

    @Test
    void there_are_so_many_places_and_each_matter_has_its_own() {
        for (int i = 0; i < 3; i++) {
            assertThat(allowance.isUsedUp("one", 3)).isFalse();
            assertThat(allowance.take("one", 3, Duration.ofHours(1))).isTrue();
        }

        assertThat(allowance.take("one", 3, Duration.ofHours(1))).isFalse();
        assertThat(allowance.isUsedUp("one", 3)).isTrue();
        assertThat(allowance.isUsedUp("other", 3)).isFalse();
        assertThat(allowance.take("other", 3, Duration.ofHours(1))).isTrue();
    }

    @Test
    void a_place_that_is_free_again_is_taken_again() {
        for (int i = 0; i < 3; i++) {
            allowance.take("one", 3, Duration.ofHours(1));
        }
        places.remove(places.iterator().next());

        assertThat(allowance.isUsedUp("one", 3)).isFalse();
        assertThat(allowance.take("one", 3, Duration.ofHours(1))).isTrue();
    }

    private SingleUseObjectProvider store() {
        SingleUseObjectProvider store = mock();
        when(store.putIfAbsent(anyString(), anyLong())).thenAnswer(call -> places.add(call.getArgument(0)));
        when(store.contains(anyString())).thenAnswer(call -> places.contains(call.<String>getArgument(0)));
        return store;
    }
}
