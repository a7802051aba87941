package okno.application.publication;

import java.util.List;
import okno.platform.core.FieldFault;

/**
 * What the review of a passport found.
 *
 * @param findings what stops publication, by pointers into the passport
 * @param paths what was tried
 */
public record Report(List<FieldFault> findings, List<Path> paths) {

    public Report {
        findings = List.copyOf(findings);
        paths = List.copyOf(paths);
    }

    /** One way through the service: for whom, with which answers, and whether it can be submitted. */
    public record Path(String name, boolean reachable) {}

    public boolean publishable() {
        return findings.isEmpty();
    }
}
