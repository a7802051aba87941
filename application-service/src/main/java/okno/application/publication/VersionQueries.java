package okno.application.publication;

import java.util.Optional;
import okno.application.catalogue.persistence.Passports;
import okno.application.publication.persistence.PassportDrafts;
import okno.platform.core.Problem;
import org.springframework.stereotype.Component;

/** Versions of passports as the files they are. */
@Component
public class VersionQueries {

    private final PassportDrafts drafts;
    private final Passports published;

    VersionQueries(PassportDrafts drafts, Passports published) {
        this.drafts = drafts;
        this.published = published;
    }

    /** A version's JSON; what comes back by import is the same passport. */
    public record Version(String content, boolean isPublished) {}

    /**
     * A version, published or not.
     *
     * @throws Problem {@code not_found}
     */
    public Version get(String code, int version) {
        Optional<String> stored = published.content(code, version);
        return stored.map(content -> new Version(content, true))
                .or(() -> drafts.find(code, version).map(content -> new Version(content, false)))
                .orElseThrow(Problem::notFound);
    }
}
