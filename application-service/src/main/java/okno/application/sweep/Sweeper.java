package okno.application.sweep;

import okno.application.documents.SweepDocuments;
import okno.application.scan.EndQuarantine;
import okno.application.upload.SweepUploads;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sweeps on every replica; what two do at once is done once. What fails is logged by Spring and tried the next time. */
@Component
class Sweeper {

    private final SweepUploads sweepUploads;
    private final SweepDocuments sweepDocuments;
    private final SweepOrphans sweepOrphans;
    private final RewrapDocuments rewrapDocuments;
    private final EndQuarantine endQuarantine;

    Sweeper(
            SweepUploads sweepUploads,
            SweepDocuments sweepDocuments,
            SweepOrphans sweepOrphans,
            RewrapDocuments rewrapDocuments,
            EndQuarantine endQuarantine) {
        this.sweepUploads = sweepUploads;
        this.sweepDocuments = sweepDocuments;
        this.sweepOrphans = sweepOrphans;
        this.rewrapDocuments = rewrapDocuments;
        this.endQuarantine = endQuarantine;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT10M")
    void uploads() {
        sweepUploads.handle();
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT10M")
    void documents() {
        sweepDocuments.handle();
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT10M")
    void quarantine() {
        endQuarantine.handle();
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT10M")
    void keys() {
        rewrapDocuments.handle();
    }

    /** Going through all contents is long. Early enough that a service restarted every night sweeps too. */
    @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT24H")
    void orphans() {
        sweepOrphans.handle();
    }
}
