package okno.identity.consent;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import okno.identity.client.ClientQueries;
import okno.identity.consent.domain.Consent;
import okno.identity.consent.domain.ConsentDocument;
import okno.identity.consent.domain.ConsentTerms;
import okno.identity.person.domain.PersonId;
import okno.identity.signature.StartSignature;
import okno.identity.signature.domain.Signature;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import org.springframework.stereotype.Service;

/**
 * A person writes a consent and is sent the code that signs it. The code leaves outside any transaction; when the consent
 * cannot be kept after that, the code signs nothing that counts.
 */
@Service
public class AskConsent {

    private final StartSignature startSignature;
    private final KeepConsent keepConsent;
    private final ClientQueries clients;
    private final ConsentProperties properties;
    private final Clock clock;

    AskConsent(
            StartSignature startSignature,
            KeepConsent keepConsent,
            ClientQueries clients,
            ConsentProperties properties,
            Clock clock) {
        this.startSignature = startSignature;
        this.keepConsent = keepConsent;
        this.clients = clients;
        this.properties = properties;
        this.clock = clock;
    }

    /** What shall be allowed. */
    public record Command(ConsentTerms terms) {}

    /**
     * @throws Problem {@code invalid_content} for a term that is over or too long, and for a recipient that is no client
     *     application that works; what {@link StartSignature} refuses,
     *     such as {@code phone_not_confirmed} and {@code code_limit_reached}
     */
    public Consent handle(Caller caller, Command command) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Consent.ZONE);
        LocalDate until = command.terms().until();
        if (until.isBefore(today)) {
            throw Problem.invalid("/until", "consent_term_over");
        }
        if (until.isAfter(today.plus(properties.longest()))) {
            throw Problem.invalid(
                    "/until", "consent_term_too_long", properties.longest().getYears());
        }
        if (!clients.works(command.terms().recipient())) {
            throw Problem.invalid("/recipient", "consent_recipient_unknown");
        }
        UUID person = PersonId.of(caller).value();
        UUID id = Ids.next();
        byte[] document = ConsentDocument.of(id, person, command.terms(), now);
        Signature signature = startSignature.handle(caller, StartSignature.Command.simple(sha256(document)));
        Consent consent = Consent.asked(id, person, command.terms(), signature.id(), now, signature.expiresAt());
        keepConsent.asked(caller, consent, document);
        return consent;
    }

    private static String sha256(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
