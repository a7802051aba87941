package okno.honest.thing;

import java.time.Clock;
import java.time.Instant;
import okno.honest.thing.domain.Thing;
import okno.honest.thing.persistence.Things;
import okno.platform.core.Ids;
import okno.platform.core.Money;
import org.springframework.transaction.annotation.Transactional;

public class MakeThing {

    private final Things things;
    private final Clock clock;

    MakeThing(Things things, Clock clock) {
        this.things = things;
        this.clock = clock;
    }

    @Transactional
    public Instant handle() {
        things.insert(new Thing(Ids.next(), Money.roubles(1)));
        return Instant.now(clock);
    }
}
