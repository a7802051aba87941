package okno.registry.record.web;

import java.time.LocalDate;
import okno.platform.core.Caller;
import okno.registry.record.RecordQueries;
import okno.registry.record.domain.RegisterRecord.SoleTrader;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A sole trader as our own services need one: to judge what somebody has written of them. The gateway has no way here. */
@RestController
@RequestMapping("/internal/sole-traders")
@PreAuthorize("denyAll()")
class SoleTraderController {

    private final RecordQueries records;

    SoleTraderController(RecordQueries records) {
        this.records = records;
    }

    @GetMapping("/{ogrnip}")
    @PreAuthorize("hasAuthority('service')")
    SoleTraderResponse get(Caller caller, @PathVariable String ogrnip) {
        return SoleTraderResponse.from(records.trader(caller, ogrnip));
    }

    /** What the register makes public of a trader (129-FZ art. 6); {@code status}: ACTIVE or LIQUIDATED. */
    record SoleTraderResponse(
            String ogrnip,
            String inn,
            String name,
            String status,
            LocalDate registeredOn,
            String region,
            String okvedMain) {

        static SoleTraderResponse from(SoleTrader trader) {
            return new SoleTraderResponse(
                    trader.ogrnip(),
                    trader.inn(),
                    trader.name().full(),
                    trader.status().name(),
                    trader.registeredOn(),
                    trader.region(),
                    trader.okvedMain());
        }
    }
}
