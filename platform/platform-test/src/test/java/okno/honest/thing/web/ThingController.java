package okno.honest.thing.web;

import java.time.Instant;
import okno.honest.thing.MakeThing;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("denyAll()")
class ThingController {

    private final MakeThing makeThing;

    ThingController(MakeThing makeThing) {
        this.makeThing = makeThing;
    }

    record ThingResponse(Instant madeAt) {}

    @PostMapping("/things")
    @PreAuthorize("hasAuthority('person')")
    ThingResponse make() {
        return new ThingResponse(makeThing.handle());
    }
}
