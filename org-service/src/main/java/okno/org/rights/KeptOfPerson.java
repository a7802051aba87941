package okno.org.rights;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okno.org.rights.persistence.PersonLinks;
import okno.org.rights.persistence.PersonPowers;
import okno.platform.rights.Keeping;
import org.springframework.stereotype.Service;

/** Who spoke for whom, and when: for a company as its head, for a citizen by a power of attorney. */
@Service
class KeptOfPerson implements Keeping {

    private final PersonLinks links;
    private final PersonPowers powers;

    KeptOfPerson(PersonLinks links, PersonPowers powers) {
        this.links = links;
        this.powers = powers;
    }

    @Override
    public List<Kept> kept(String personId) {
        return Stream.concat(links.kept(personId).stream(), powers.kept(personId).stream())
                .toList();
    }

    @Override
    public Removed removeDue(String personId, LocalDate today) {
        Map<String, Long> gone = Map.of(
                "past_right_to_act", links.removeDue(personId, today),
                "past_power_of_attorney", powers.removeDue(personId, today));
        return new Removed(gone, links.anyHeld(personId) || powers.anyHeld(personId));
    }
}
