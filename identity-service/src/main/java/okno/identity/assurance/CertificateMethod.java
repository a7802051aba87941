package okno.identity.assurance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import okno.identity.assurance.domain.Evidence;
import okno.identity.assurance.domain.Likeness;
import okno.identity.assurance.domain.Method;
import okno.identity.assurance.domain.Proof;
import okno.identity.assurance.domain.VerificationRefused;
import okno.identity.person.domain.Person;
import okno.identity.pki.CertificateAuthority;
import okno.identity.verification.Names;
import okno.identity.verification.SignedDocument;
import okno.identity.verification.VerifySignature;
import okno.identity.verification.VerifySignature.Signed;
import okno.identity.verification.domain.Outcome;
import okno.platform.core.FieldFault;
import org.springframework.stereotype.Component;

/**
 * A challenge signed with a qualified certificate. The signature is judged as any signature is; the certificate must
 * name the account's SNILS, surname and given names (attributes of the order of the FSB No. 795 of 2011).
 */
@Component
class CertificateMethod implements ProofMethod {

    private static final int RANDOM_BYTES = 32;

    private final VerifySignature verify;
    private final CertificateAuthority platform;
    private final SecureRandom random = new SecureRandom();

    CertificateMethod(VerifySignature verify, CertificateAuthority platform) {
        this.verify = verify;
        this.platform = platform;
    }

    @Override
    public Method method() {
        return Method.CERTIFICATE;
    }

    /** Text that nobody could take for a document that somebody meant to sign. */
    @Override
    public Start start(UUID attempt) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String nonce = HexFormat.of().formatHex(bytes);
        return new Start("Okno: proof of identity " + attempt + ", not a document. " + nonce, null);
    }

    /**
     * @throws VerificationRefused {@code check_...} of the first check that the signature does not pass, {@code
     *     certificate_not_qualified}, or {@code other_person}
     */
    @Override
    public Proof examine(Person person, Evidence evidence) {
        if (!(evidence instanceof Evidence.SignedChallenge(var challenge, var signature))) {
            throw VerificationRefused.over();
        }
        List<Signed> signed = verify.signed(signature, SignedDocument.of(challenge.getBytes(UTF_8)));
        X509Certificate certificate = signed.getFirst().certificate();
        if (signed.size() != 1 || certificate == null) {
            throw VerificationRefused.signatureNotValid("check_signer_certificate_missing");
        }
        signed.getFirst().report().checks().stream()
                .filter(check -> check.outcome() == Outcome.FAILED || check.outcome() == Outcome.UNKNOWN)
                // Without a chain nothing can be said of revocation, and what cannot be said is not the reason.
                .min(Comparator.comparing(check -> check.outcome() == Outcome.UNKNOWN))
                .ifPresent(check -> {
                    throw VerificationRefused.signatureNotValid(
                            "check_" + Objects.requireNonNull(check.reason()).code());
                });
        if (platform.issued(certificate)) {
            throw VerificationRefused.notQualified();
        }
        List<FieldFault> differences = differences(person, certificate);
        if (!differences.isEmpty()) {
            throw VerificationRefused.otherPerson(differences);
        }
        return new Proof(
                "certificate " + certificate.getSerialNumber().toString(16),
                null,
                Moscow.day(certificate.getNotAfter().toInstant()),
                null);
    }

    private static List<FieldFault> differences(Person person, X509Certificate certificate) {
        var subject = certificate.getSubjectX500Principal();
        List<FieldFault> faults = new ArrayList<>();
        String snils = Names.attribute(subject, Names.SNILS).orElse("").replaceAll("\\D", "");
        if (!snils.equals(person.snils().value())) {
            faults.add(FieldFault.at("/signature", "snils_differs"));
        }
        String middle = person.name().middle();
        String given = person.name().first() + (middle == null ? "" : " " + middle);
        if (!Likeness.same(
                        person.name().last(),
                        Names.attribute(subject, Names.SURNAME).orElse(""))
                || !Likeness.same(
                        given, Names.attribute(subject, Names.GIVEN_NAMES).orElse(""))) {
            faults.add(FieldFault.at("/signature", "name_differs"));
        }
        return faults;
    }
}
