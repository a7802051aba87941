package okno.application.scan;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import okno.application.scan.persistence.ScanTaskRows;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** How many files nobody may read yet. */
@Component
class ScanMetrics implements MeterBinder {

    private final ScanTaskRows tasks;

    ScanMetrics(ScanTaskRows tasks) {
        this.tasks = tasks;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("okno.scan.waiting", tasks, ScanMetrics::waiting)
                .description("files that wait for their scan, at most 100000")
                .register(registry);
    }

    private static double waiting(ScanTaskRows tasks) {
        try {
            return tasks.waiting();
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }
}
