package okno.application.result;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.TermQueries;
import okno.application.result.domain.IssuedResult;
import okno.application.result.persistence.IssuedResults;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells anybody who holds a document whether it is genuine, unchanged and still good; nothing of what it says. */
@Component
public class VerifyResult {

    private final IssuedResults results;
    private final PassportQueries passports;
    private final TermQueries terms;

    VerifyResult(IssuedResults results, PassportQueries passports, TermQueries terms) {
        this.results = results;
        this.passports = passports;
        this.terms = terms;
    }

    /**
     * What holds of a document.
     *
     * @param genuine true: it was issued here; what was not is not found
     * @param unchanged whether the file, or its hash, is the one issued; null when only the id was given
     * @param current whether it is good today
     * @param status CURRENT, EXPIRED, REVOKED
     * @param validUntil last day that it is good; null: without end
     */
    public record Verification(
            UUID documentId,
            boolean genuine,
            @Nullable Boolean unchanged,
            boolean current,
            String status,
            String title,
            @Nullable String number,
            String agency,
            String service,
            LocalDate issuedOn,
            @Nullable LocalDate validUntil,
            @Nullable Instant endedAt) {}

    /**
     * By its id, and the SHA-256 of the file in hand, hex.
     *
     * @throws Problem {@code not_found} when no such document was issued
     */
    public Verification handle(UUID id, @Nullable String sha256, Locale locale) {
        IssuedResult result = results.find(id).orElseThrow(Problem::notFound);
        Instant issuedAt = result.issuedAt();
        if (issuedAt == null) {
            throw Problem.notFound();
        }
        IssuedResult.State state = result.state(terms.today());
        IssuedResult.Ending ending = result.ending();
        return new Verification(
                id,
                true,
                sha256 == null ? null : result.holds(sha256.toLowerCase(Locale.ROOT)),
                state == IssuedResult.State.CURRENT,
                state.name(),
                result.title().in(locale),
                result.number(),
                result.origin().agency(),
                passports.newest(result.origin().service()).title().in(locale),
                LocalDate.ofInstant(result.madeAt(), TermQueries.ZONE),
                result.validUntil(),
                ending == null ? null : ending.at());
    }

    /** By the file itself. */
    public Verification handle(UUID id, byte[] file, Locale locale) {
        try {
            return handle(
                    id,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(file)),
                    locale);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
